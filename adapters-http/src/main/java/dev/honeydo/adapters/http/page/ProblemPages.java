package dev.honeydo.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemExample;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Serves what there is to know of each type of problem, for people and for programs. */
public final class ProblemPages {
  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}"
          + "pre{overflow:auto;padding:1rem;border:1px solid;border-radius:.4rem}"
          + "dt{font-weight:600}dd{margin:0 0 1rem}";
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The routes. */
  public List<Route> routes() {
    return List.of(Route.of("GET", "/problems/{slug}", Caching.PAGE, this::show));
  }

  private Answer show(Exchange exchange) {
    Optional<ProblemType> type = ProblemType.ofSlug(exchange.argument());
    if (type.isEmpty()) {
      return exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    }
    return ContentChoice.prefersJson(exchange.headers("Accept"))
        ? Answer.json(200, json -> write(json, type.get()))
        : Answer.html(200, page(type.get())).with("Content-Security-Policy", POLICY);
  }

  private static void write(JsonGenerator json, ProblemType type) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type.uri());
    json.writeStringField("title", type.title());
    json.writeNumberField("status", type.status());
    json.writeStringField("code", type.code());
    json.writeStringField("cause", type.cause());
    json.writeStringField("remedy", type.remedy());
    json.writeFieldName("example");
    writeExample(json, type);
    json.writeEndObject();
  }

  private static void writeExample(JsonGenerator json, ProblemType type) throws IOException {
    ProblemExample.of(type).write(json);
  }

  private static byte[] page(ProblemType type) {
    String example =
        new String(
            JsonText.of(json -> {
              json.useDefaultPrettyPrinter();
              writeExample(json, type);
            }),
            UTF_8);
    return String.format(
            Locale.ROOT,
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title>\
            <meta name="viewport" content="width=device-width"><style>%2$s</style></head>
            <body>
            <h1>%1$s</h1>
            <dl>
            <dt>Code</dt><dd><code>%3$s</code></dd>
            <dt>Status</dt><dd>%4$d</dd>
            <dt>What is the matter</dt><dd>%5$s</dd>
            <dt>What to do</dt><dd>%6$s</dd>
            </dl>
            <pre>%7$s</pre>
            </body>
            </html>
            """,
            escape(type.title()),
            STYLE,
            type.code(),
            type.status(),
            escape(type.cause()),
            escape(type.remedy()),
            escape(example))
        .getBytes(UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

package dev.honeydo.adapters.http.page;

import static dev.honeydo.adapters.http.page.HtmlPage.escape;
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
import java.util.List;
import java.util.Optional;

/** Serves what there is to know of each type of problem, for people and for programs. */
public final class ProblemPages {

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/problems", Caching.PAGE, this::list),
        Route.of("GET", "/problems/{slug}", Caching.PAGE, this::show));
  }

  private Answer list(Exchange exchange) {
    return ContentChoice.prefersJson(exchange.headers("Accept"))
        ? Answer.json(200, ProblemPages::writeAll)
        : HtmlPage.of("Problems", index());
  }

  private static void writeAll(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("problems");
    for (ProblemType type : ProblemType.values()) {
      json.writeStartObject();
      writeSummary(json, type);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String index() {
    StringBuilder rows = new StringBuilder("<table>\n<tr><th>Status<th>Code<th>Title</tr>\n");
    for (ProblemType type : ProblemType.values()) {
      rows.append("<tr><td>")
          .append(type.status())
          .append("<td><a href=\"problems/")
          .append(type.slug())
          .append("\"><code>")
          .append(type.code())
          .append("</code></a><td>")
          .append(escape(type.title()))
          .append("</tr>\n");
    }
    return rows.append("</table>\n").toString();
  }

  private Answer show(Exchange exchange) {
    Optional<ProblemType> type = ProblemType.ofSlug(exchange.argument());
    if (type.isEmpty()) {
      return exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    }
    return ContentChoice.prefersJson(exchange.headers("Accept"))
        ? Answer.json(200, json -> write(json, type.get()))
        : HtmlPage.of(type.get().title(), page(type.get()));
  }

  private static void write(JsonGenerator json, ProblemType type) throws IOException {
    json.writeStartObject();
    writeSummary(json, type);
    json.writeStringField("cause", type.cause());
    json.writeStringField("remedy", type.remedy());
    json.writeFieldName("example");
    ProblemExample.of(type).write(json);
    json.writeEndObject();
  }

  private static void writeSummary(JsonGenerator json, ProblemType type) throws IOException {
    json.writeStringField("type", type.uri());
    json.writeStringField("title", type.title());
    json.writeNumberField("status", type.status());
    json.writeStringField("code", type.code());
  }

  private static String page(ProblemType type) {
    String example =
        new String(
            JsonText.of(json -> {
              json.useDefaultPrettyPrinter();
              ProblemExample.of(type).write(json);
            }),
            UTF_8);
    return """
    <dl>
    <dt>Code</dt><dd><code>{code}</code></dd>
    <dt>Status</dt><dd>{status}</dd>
    <dt>What is the matter</dt><dd>{cause}</dd>
    <dt>What to do</dt><dd>{remedy}</dd>
    </dl>
    <pre>{example}</pre>
    """
        .replace("{code}", type.code())
        .replace("{status}", Integer.toString(type.status()))
        .replace("{cause}", escape(type.cause()))
        .replace("{remedy}", escape(type.remedy()))
        .replace("{example}", escape(example));
  }
}

package dev.honeydo.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves a reference to browse: Swagger UI, out of its own jar, over the document that this server
 * has of itself. It loads nothing from anywhere else, and its policy does not let it.
 */
public final class ReferencePage {
  /** Swagger UI draws its icons from data: URLs and styles its elements by attributes. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private static final String JAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String START = "reference.js";

  /** The only files there are, and what they are. */
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css",
          "text/css;charset=utf-8",
          "swagger-ui-bundle.js",
          "text/javascript;charset=utf-8",
          "favicon-32x32.png",
          "image/png",
          START,
          "text/javascript;charset=utf-8");

  private final Map<String, File> files = new ConcurrentHashMap<>();

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/docs", Caching.SHARED, _ -> page()),
        Route.of("GET", "/docs/{file}", Caching.FOREVER, this::file));
  }

  private Answer page() {
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Honeydo: reference</title>
        <meta name="viewport" content="width=device-width">
        <link rel="icon" type="image/png" href="{favicon-32x32.png}">
        <link rel="stylesheet" href="{swagger-ui.css}">
        </head>
        <body>
        <div id="reference"></div>
        <noscript>This page needs scripts. The document itself is at\
         <a href="openapi.json">openapi.json</a>.</noscript>
        <script src="{swagger-ui-bundle.js}"></script>
        <script src="{reference.js}"></script>
        </body>
        </html>
        """;
    for (String name : TYPES.keySet()) {
      page = page.replace("{" + name + "}", "docs/" + known(name).address());
    }
    return Answer.html(200, page.getBytes(UTF_8))
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "no-referrer");
  }

  private Answer file(Exchange exchange) {
    Optional<File> wanted =
        TYPES.keySet().stream()
            .map(this::known)
            .filter(file -> file.address().equals(exchange.argument()))
            .findFirst();
    if (wanted.isEmpty()) {
      return exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    }
    File file = wanted.get();
    Answer answer =
        Conditions.isFresh(exchange, file.etag())
            ? Answer.empty(304)
            : Answer.of(200, file.type(), file.bytes());
    return answer.with("ETag", file.etag());
  }

  private File known(String name) {
    return files.computeIfAbsent(name, File::read);
  }

  /**
   * One file.
   *
   * @param address the name under which it is served, which changes with what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared, and written by nobody.
  private record File(String address, String type, byte[] bytes, String etag) {
    static File read(String name) {
      byte[] bytes = bytes(name.equals(START) ? START : JAR + version() + "/" + name);
      String etag = Conditions.etagOf(bytes);
      String address = etag.substring(1, 9) + "-" + name;
      return new File(address, TYPES.getOrDefault(name, ""), bytes, etag);
    }

    private static String version() {
      Properties properties = new Properties();
      try (InputStream stream =
          ReferencePage.class.getResourceAsStream(
              "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
        if (stream == null) {
          throw new IllegalStateException("Swagger UI is not on the class path");
        }
        properties.load(stream);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return properties.getProperty("version", "");
    }

    private static byte[] bytes(String path) {
      try (InputStream stream = ReferencePage.class.getResourceAsStream(path)) {
        if (stream == null) {
          throw new IllegalStateException("there is no " + path + " on the class path");
        }
        return stream.readAllBytes();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}

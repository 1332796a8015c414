package dev.honeydo.adapters.http.page;

import static dev.honeydo.adapters.http.page.HtmlPage.escape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves what this instance is: its state, three lines for a shell that work with it as they stand,
 * and where to go on.
 */
public final class LandingPage {
  /** Where to go on, where that is served. */
  private static final Map<String, String> LINKS = links();

  private final Supplier<String> state;
  private final String version;
  private final String environment;
  private final Optional<URI> publicUrl;
  private final Supplier<List<Route>> routes;
  private final Supplier<String> ids;

  /**
   * Wires the route.
   *
   * @param state how the installation is, in one word
   * @param publicUrl where clients find the server; where it is not known they find it where they
   *     have found the page
   * @param routes everything that is served
   * @param ids makes what nobody has had, of letters, digits and hyphens
   */
  public LandingPage(
      Supplier<String> state,
      String version,
      String environment,
      Optional<URI> publicUrl,
      Supplier<List<Route>> routes,
      Supplier<String> ids) {
    this.state = state;
    this.version = version;
    this.environment = environment;
    this.publicUrl = publicUrl;
    this.routes = routes;
    this.ids = ids;
  }

  private static Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("docs", "/docs");
    links.put("openapi", "/openapi.json");
    links.put("openapi_3_0", "/openapi-3.0.json");
    links.put("app", "/app");
    links.put("admin", "/admin");
    links.put("problems", "/problems");
    links.put("health", "/api/health");
    return links;
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(Route.of("GET", "/", Caching.NO_STORE, this::show));
  }

  private Answer show(Exchange exchange) {
    List<String> lines = lines(base(exchange), ids.get());
    Map<String, String> links = new LinkedHashMap<>(LINKS);
    links.values().removeIf(path -> routes.get().stream().noneMatch(it -> it.path().equals(path)));
    Answer answer =
        ContentChoice.prefersJson(exchange.headers("Accept"))
            ? Answer.json(200, json -> write(json, lines, links))
            : HtmlPage.of("Honeydo", page(lines, links));
    return answer.with("Vary", "Accept, Host");
  }

  private String base(Exchange exchange) {
    return publicUrl
        .map(url -> url.toString().replaceFirst("/+$", ""))
        .orElseGet(exchange::ownOrigin);
  }

  /** With an address of its own each time, so that they work again and again. */
  private static List<String> lines(String base, String id) {
    String account =
        "\"email\":\"ada-" + id + "@example.org\",\"password\":\"correct horse battery\"";
    String json = " -H 'Content-Type: application/json' -d '{";
    return List.of(
        "curl -sS '" + base + "/api/auth/register'" + json + "\"name\":\"Ada\"," + account + "}'",
        "TOKEN=$(curl -sS '"
            + base
            + "/api/auth/login'"
            + json
            + account
            + "}' | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')",
        "curl -sS '"
            + base
            + "/api/todos' -H \"Authorization: Bearer $TOKEN\" -H 'Idempotency-Key: "
            + "first-todo-of-"
            + id
            + "'"
            + json
            + "\"heading\":\"Buy bread\"}'");
  }

  private void write(JsonGenerator json, List<String> lines, Map<String, String> links)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("service", "honeydo");
    json.writeStringField("version", version);
    json.writeStringField("environment", environment);
    json.writeStringField("status", state.get());
    json.writeObjectFieldStart("links");
    for (Map.Entry<String, String> link : links.entrySet()) {
      json.writeStringField(link.getKey(), link.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("try");
    for (String line : lines) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private String page(List<String> lines, Map<String, String> links) {
    StringBuilder page = new StringBuilder(2048);
    page.append("<p>A todo backend. This instance is <strong>")
        .append(escape(state.get()))
        .append("</strong>: version ")
        .append(escape(version))
        .append(", ")
        .append(escape(environment))
        .append(".</p>\n<p>Register, log in, add a todo:</p>\n<pre>");
    lines.forEach(line -> page.append(escape(line)).append('\n'));
    page.append("</pre>\n<ul>\n");
    links.forEach((name, path) ->
        page.append("<li><a href=\"")
            .append(path.substring(1))
            .append("\">")
            .append(path)
            .append("</a></li>\n"));
    return page.append("</ul>\n").toString();
  }
}

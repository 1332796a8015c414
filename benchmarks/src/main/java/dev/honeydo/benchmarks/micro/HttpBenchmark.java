package dev.honeydo.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.RouteTable;
import dev.honeydo.adapters.http.json.CanonicalJson;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.json.Renditions;
import dev.honeydo.adapters.http.json.Renditions.Rendition;
import dev.honeydo.adapters.http.todo.TodoJsonAccess;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.domain.todo.Todo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done for every request, but for who asks and what is known. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HttpBenchmark {
  private static final TodoPage PAGE = Pages.of(20);

  private RouteTable routes;
  private Renditions renditions;
  private JsonNode body;
  private SecretKeySpec fingerprintKey;

  /** Builds a table of as many routes as there are. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    List<Route> all = new ArrayList<>();
    for (String path :
        List.of(
            "/api/todos",
            "/api/todos/{id}",
            "/api/todos/search",
            "/api/todos/stats",
            "/api/sessions",
            "/api/sessions/{id}",
            "/api/sessions/current",
            "/api/users/me",
            "/api/users/{id}",
            "/api/health",
            "/livez",
            "/readyz")) {
      all.add(Route.of("GET", path, Caching.NO_STORE, _ -> Answer.empty(204)));
    }
    routes = new RouteTable(all);
    renditions = new Renditions();
    Rendition _ = renditions.keep(PAGE, "", new Rendition(json(), "\"1\""));
    body =
        new ObjectMapper()
            .readTree(
                "{\"heading\":\"Buy bread\",\"task\":\"the good"
                    + " one\",\"tags\":[\"home\"],\"due_at\":\"2027-01-01T08:00:00Z\"}");
    fingerprintKey = new SecretKeySpec(new byte[32], "HmacSHA256");
  }

  /** Finds the route of a todo. */
  @Benchmark
  public Object route() {
    return routes.find("GET", "/api/todos/01926f6e-0000-7000-8000-000000000000");
  }

  /** Writes 20 todos as JSON. */
  @Benchmark
  public byte[] json() {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (Todo todo : PAGE.items()) {
        TodoJsonAccess.write(json, todo);
      }
      json.writeEndArray();
    });
  }

  /** Finds what was written of the same 20 todos. */
  @Benchmark
  public Object rendition() {
    return renditions.find(PAGE, "");
  }

  /** What tells the body of a request from another's. */
  @Benchmark
  public byte[] fingerprint() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(fingerprintKey);
    return mac.doFinal(CanonicalJson.of(body));
  }
}

package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.exchange.ServerTiming;
import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What was noted while a request was worked on is told in its answer. */
class ServerTimingTest {
  private static final String FIELD = "Server-Timing";

  @Test
  void readsTellWhereTheyWereAnsweredFrom() {
    try (TestServer server = TestServer.start(options -> options.reading(new Noting()))) {
      Client ada = server.client().registered();
      assertThat(ada.get("/api/users/me").header(FIELD)).isEqualTo("cache;desc=miss;dur=1.005");
      assertThat(ada.get("/api/todos?include_total=true").header(FIELD))
          .isEqualTo("cache;desc=miss;dur=1.005, cache;desc=miss;dur=1.005");
      assertThat(ada.with("Cache-Control", "no-cache").get("/api/users/me").header(FIELD))
          .isEmpty();
      assertThat(ada.post("/api/todos", "{\"heading\":\"a\"}").header(FIELD)).isEmpty();
      assertThat(ada.get("/api/todos/none").header(FIELD)).isEmpty();
    }
  }

  @Test
  void nothingIsToldInProduction() {
    UnaryOperator<TestServer.Options> production =
        options -> options.reading(new Noting()).production();
    try (TestServer server = TestServer.start(production)) {
      Client ada = server.client().registered();
      assertThat(ada.get("/api/users/me").expect(200).header(FIELD)).isEmpty();
    }
  }

  @Test
  void outsideOfARequestNothingIsNoted() {
    ServerTiming.note("cache", "miss", Duration.ofMillis(1));
  }

  /** Has no copies, and notes that. */
  private static final class Noting implements Cache {
    @Override
    public <V> V read(Key<V> key, Supplier<V> loader) {
      ServerTiming.note("cache", "miss", Duration.ofNanos(1_005_600));
      return loader.get();
    }

    @Override
    public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
      return change.get();
    }
  }
}

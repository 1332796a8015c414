package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What routes say is likely to be read is what they read, and nothing where they read nothing. */
class ForetoldReadsTest {
  private final Foretold cache = new Foretold();
  private final TestServer server = TestServer.start(options -> options.reading(cache));
  private final Client ada = server.client().registered();

  @BeforeEach
  void know() {
    String id = ada.get("/api/users/me").expect(200).json().path("id").asText();
    cache.owner.set(new UserId(UUID.fromString(id)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aListIsForetold() {
    assertForetold("/api/todos");
    assertForetold("/api/todos?limit=3&sort=-due_at&completed=false&q=milk");
    ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201);
    ada.post("/api/todos", "{\"heading\":\"b\"}").expect(201);
    String next = ada.get("/api/todos?limit=1").expect(200).json().path("next_cursor").asText();
    assertForetold("/api/todos?limit=1&cursor=" + next);
  }

  @Test
  void aTodoIsForetold() {
    String path = ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201).header("Location");
    assertForetold(path);
    assertForetold(path.replace("/api/", "/api/v1/"));
  }

  @Test
  void whatIsNotReadIsNotForetold() {
    assertNothingForetold("/api/todos?limit=none", 400);
    assertNothingForetold("/api/todos?cursor=none", 400);
    assertNothingForetold("/api/todos/none", 404);
    cache.clear();
    ada.with("Cache-Control", "no-cache").get("/api/todos").expect(200);
    assertThat(cache.foretold).isEmpty();
    assertThat(cache.read).isEmpty();
  }

  private void assertForetold(String path) {
    cache.clear();
    ada.get(path).expect(200);
    assertThat(cache.foretold).hasSize(1).isEqualTo(cache.read);
  }

  private void assertNothingForetold(String path, int status) {
    cache.clear();
    ada.get(path).expect(status);
    assertThat(cache.foretold).isEmpty();
  }

  /** Has no copies, and writes down what it is told of and what it is asked for. */
  private static final class Foretold implements Cache {
    private final List<Key<?>> foretold = new CopyOnWriteArrayList<>();
    private final List<Key<?>> read = new CopyOnWriteArrayList<>();
    private final AtomicReference<UserId> owner = new AtomicReference<>(new UserId(new UUID(0, 0)));

    void clear() {
      foretold.clear();
      read.clear();
    }

    @Override
    public <R> R prefetching(Next next, Supplier<R> work) {
      next.of(owner.get()).ifPresent(foretold::add);
      return work.get();
    }

    @Override
    public <V> V read(Key<V> key, Supplier<V> loader) {
      read.add(key);
      return loader.get();
    }

    @Override
    public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
      return change.get();
    }
  }
}

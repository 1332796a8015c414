package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.cache.CachedTodos;
import dev.honeydo.application.cache.FencedTodos;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.Todos;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import dev.honeydo.domain.user.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Very many who ask at once for what is not there, wired as two instances are. */
class CacheStampedeTest {
  private static final int THREADS = 1_000;
  private static final int ROUNDS = 5;
  private static final int MOST_ROUNDS = 20;

  /** How long an instance waits for what another one loads, before it loads that itself. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final int LOAD_MILLIS = 50;
  private static final PageRequest FIRST = new PageRequest(20, Optional.empty());

  private final RedisProcess redis = new RedisProcess();
  private final Resources resources = new Resources();
  private final InstantSource clock = InstantSource.system();
  private final InMemoryRecordStore record = new InMemoryRecordStore(clock);
  private final AtomicInteger loads = new AtomicInteger();
  private final List<Todos> instances = new ArrayList<>();

  @BeforeEach
  void open() {
    // A machine that is busy with a thousand threads must not take Redis for gone.
    Config config = Config.from(Map.of("REDIS_URL", redis.url(), "REDIS_SOCKET_TIMEOUT", "10"));
    for (int i = 0; i < 2; i++) {
      Shared shared =
          Shared.open(
              config,
              UUID::randomUUID,
              record.unheardWriters(),
              RedisAdapters.ReadListener.NONE,
              clock,
              resources);
      Todos todos = new CachedTodos(new FencedTodos(slow(), shared.cache()), shared.cache());
      UserId somebody = Specimens.userId();
      Await.until(
          Duration.ofSeconds(10),
          () -> {
            TodoPage _ = todos.page(somebody, FIRST);
            int before = loads.get();
            TodoPage _ = todos.page(somebody, FIRST);
            return loads.get() == before;
          });
      instances.add(todos);
    }
  }

  @AfterEach
  void close() {
    resources.close();
    redis.close();
  }

  @Test
  void ofAThousandWhoAskTwoInstancesAtOnceOneAsksTheRecord() throws Exception {
    List<Integer> asked = new ArrayList<>();
    int slow = 0;
    while (asked.size() < ROUNDS && asked.size() + slow < MOST_ROUNDS) {
      int before = loads.get();
      long begun = System.nanoTime();
      askAtOnce(Specimens.userId());
      // A busy machine may take so long that instances stop waiting for each other, as they should.
      if (System.nanoTime() - begun < PATIENCE.toNanos()) {
        asked.add(loads.get() - before);
      } else {
        slow++;
      }
    }
    System.out.printf(
        "[honeydo] of %d who ask two instances at once for what is not there, so many ask the"
            + " record, round by round: %s; %d rounds were too slow to tell%n",
        THREADS, asked, slow);
    assertThat(asked).hasSize(ROUNDS).containsOnly(1);
  }

  private void askAtOnce(UserId somebody) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<TodoPage>> pages = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        Todos todos = instances.get(i % 2);
        Callable<TodoPage> ask =
            () -> {
              start.await();
              return todos.page(somebody, FIRST);
            };
        pages.add(threads.submit(ask));
      }
      start.countDown();
      for (Future<TodoPage> page : pages) {
        assertThat(page.get().items()).isEmpty();
      }
    }
  }

  /** The record's todos, of which every page takes its time and is counted. */
  private Todos slow() {
    return (Todos)
        Proxy.newProxyInstance(
            Todos.class.getClassLoader(),
            new Class<?>[] {Todos.class},
            (_, method, arguments) -> {
              if (method.getName().equals("page")) {
                loads.incrementAndGet();
                boolean _ = new CountDownLatch(1).await(LOAD_MILLIS, TimeUnit.MILLISECONDS);
              }
              try {
                return method.invoke(record.todos(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}

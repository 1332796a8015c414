package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.bootstrap.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one user has written to one todo and has been shown of it, by each of two instances.
 *
 * <p>One thread writes, at either instance, and reads; one more at each instance only reads. What a
 * read must show at least is taken down before it begins: what a read of the same instance has
 * shown by then; what was written there by then; what was written anywhere two seconds before.
 */
final class CacheHistory {
  /** Two seconds, and what a busy machine takes to ask. */
  private static final long KNOWN = Duration.ofMillis(2_500).toNanos();

  private final List<Place> places;
  private final String todo;
  private final long[] acknowledged = new long[1_000_000];
  private final AtomicInteger written = new AtomicInteger(1);
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong stalest = new AtomicLong();
  private final Map<String, Integer> sources = new ConcurrentHashMap<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  private CacheHistory(List<Place> places, String todo) {
    this.places = places;
    this.todo = todo;
  }

  /** Somebody with a todo at version 1. */
  static CacheHistory begun(String email, Api one, Api other) {
    assertThat(one.register(email).status()).isEqualTo(201);
    Api here = one.loggedIn(email);
    Api there = new Api(other.address(), here.headers());
    String todo = here.post("/api/todos", json("{'heading':'some words'}")).header("Location");
    return new CacheHistory(List.of(new Place(here), new Place(there)), todo);
  }

  /** One who writes and reads, and one at each instance who reads, until then. */
  List<Thread> runUntil(long end, Random random) {
    List<Thread> threads = new ArrayList<>();
    threads.add(Thread.ofVirtual().start(() -> guarded(() -> writeAndRead(end, random))));
    for (Place place : places) {
      Random own = new Random(random.nextLong());
      threads.add(
          Thread.ofVirtual()
              .start(() ->
                  guarded(() -> {
                    while (System.nanoTime() < end) {
                      read(place, own);
                    }
                  })));
    }
    return threads;
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError failed) {
      violations.add(failed.toString());
    }
  }

  private void writeAndRead(long end, Random random) {
    while (System.nanoTime() < end) {
      Place place = places.get(random.nextInt(2));
      if (random.nextInt(3) == 0) {
        int next = written.get() + 1;
        Answer answer = place.api.patch(todo, json("{'task':'%d'}", next));
        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.body().path("version").asInt()).isEqualTo(next);
        acknowledged[next] = System.nanoTime();
        written.set(next);
        place.atLeast(next);
      } else {
        read(place, random);
      }
    }
  }

  private void read(Place place, Random random) {
    int least = place.least.get();
    long begun = System.nanoTime();
    int kind = random.nextInt(4);
    Answer answer = place.api.get(path(kind));
    if (answer.status() != 200) {
      violations.add("GET " + path(kind) + " was answered with " + answer.outcome());
      return;
    }
    JsonNode shown = kind < 2 ? answer.body() : answer.body().path("items").path(0);
    int version = shown.path("version").asInt();
    var _ = sources.merge(CacheOverHttpTest.source(answer), 1, Integer::sum);
    reads.incrementAndGet();
    if (version < least) {
      violations.add(path(kind) + " shows version " + version + " after " + least);
    }
    if (version < written.get() && acknowledged[version + 1] != 0) {
      long late = begun - acknowledged[version + 1];
      stalest.accumulateAndGet(late / 1_000_000, Math::max);
      if (late > KNOWN) {
        violations.add(path(kind) + " is " + late / 1_000_000 + " ms behind");
      }
    }
    place.atLeast(version);
  }

  private String path(int kind) {
    return switch (kind) {
      case 0, 1 -> todo;
      case 2 -> "/api/todos";
      default -> "/api/todos/search?q=words";
    };
  }

  long writes() {
    return written.get() - 1L;
  }

  long reads() {
    return reads.get();
  }

  /** By how many milliseconds the stalest read of all was late. */
  long stalest() {
    return stalest.get();
  }

  /** What should not have happened. */
  List<String> violations() {
    return violations;
  }

  /** How many of the reads came from where. */
  static Map<String, Integer> sources(List<CacheHistory> histories) {
    Map<String, Integer> all = new TreeMap<>();
    histories.forEach(it ->
        it.sources.forEach((source, times) -> {
          var _ = all.merge(source, times, Integer::sum);
        }));
    return all;
  }

  /** An instance, and what it must show at least. */
  private static final class Place {
    private final Api api;
    private final AtomicInteger least = new AtomicInteger(1);

    Place(Api api) {
      this.api = api;
    }

    void atLeast(int version) {
      least.accumulateAndGet(version, Math::max);
    }
  }
}

package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.bootstrap.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * What clients do with an instance whose disk fills, and what they were answered: creators repeat a
 * request under its key until it is answered, one of them changes a todo again and again, others
 * read, visitors register, log in and log out.
 */
final class DiskLoad implements AutoCloseable {
  private static final int PAUSE_MILLIS = 20;
  private static final String LONG = "0123456789 abcde".repeat(500);

  /** What one request came to. */
  record Sample(String what, long begun, long millis, String outcome, boolean saysWhen) {
    boolean isRefused() {
      return outcome.startsWith("503");
    }
  }

  private final Api api;
  private final Api owner;
  private final Api ownerBySession;
  private final String place;
  private final String email = RunningApi.someone();
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();
  private final Queue<Api> inside = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /** The keys of all that was asked for, by heading. */
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  /** The ids of what was acknowledged, by heading. */
  private final Map<String, String> created = new ConcurrentHashMap<>();

  /** What the edited todo may be headed: what was acknowledged last, and what was tried since. */
  private final Set<String> possible = ConcurrentHashMap.newKeySet();

  DiskLoad(Api api) {
    this.api = api;
    int _ = api.register(email).status();
    Answer login = api.login(email);
    this.owner = api.bearer(login.text("access_token"));
    this.ownerBySession = api.with("X-Session-ID", login.text("session_id"));
    this.place = owner.post("/api/todos", json("{'heading':'edited'}")).header("Location");
  }

  void begin() {
    for (int i = 0; i < 6; i++) {
      run(this::create);
    }
    run(this::edit);
    run(() -> read(owner));
    run(() -> read(owner.with("Cache-Control", "no-cache")));
    run(() -> read(ownerBySession));
    run(this::visit);
  }

  private void run(Runnable turn) {
    clients.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (over.getCount() > 0) {
                  turn.run();
                  rest();
                }
              } catch (RuntimeException | Error died) {
                violations.add("a client died: " + died);
              }
            }));
  }

  private void create() {
    String heading = "todo " + UUID.randomUUID();
    asked.put(heading, UUID.randomUUID().toString());
    while (!isCreated(heading) && over.getCount() > 0) {
      rest();
    }
  }

  private boolean isCreated(String heading) {
    Api creator = owner.with("Idempotency-Key", asked.getOrDefault(heading, ""));
    Answer answer =
        timed(
            "create",
            () -> creator.post("/api/todos", json("{'heading':'%s','task':'%s'}", heading, LONG)));
    if (answer.status() == 201) {
      created.put(heading, answer.text("id"));
    }
    return answer.status() == 201;
  }

  private void edit() {
    String heading = "edited " + UUID.randomUUID();
    possible.add(heading);
    Api editor = owner.with("Content-Type", "application/merge-patch+json");
    Answer answer = timed("edit", () -> editor.patch(place, json("{'heading':'%s'}", heading)));
    if (answer.status() == 200) {
      possible.retainAll(Set.of(heading));
    }
  }

  private void read(Api reader) {
    for (String path :
        List.of("/api/users/me", "/api/todos?limit=3", "/api/todos/search?q=edited", place)) {
      Answer _ = timed("read", () -> reader.get(path));
    }
  }

  private void visit() {
    Answer _ = timed("register", () -> api.register(RunningApi.someone()));
    Answer login = timed("login", () -> api.login(email));
    if (login.status() == 200) {
      inside.add(api.bearer(login.text("access_token")));
    }
    // One is left over from before the disk was full, to be logged out of while it is.
    if (login.status() != 200 || inside.size() > 1) {
      leave(inside.element());
    }
  }

  private void leave(Api visitor) {
    Answer farewell = timed("logout", () -> visitor.post("/api/auth/logout", ""));
    int after = visitor.get("/api/users/me").status();
    if (after != (farewell.status() == 204 ? 401 : 200)) {
      violations.add(after + " after a logout that was answered with " + farewell.outcome());
    }
    if (farewell.status() == 204) {
      boolean _ = inside.remove(visitor);
    }
  }

  private Answer timed(String what, Supplier<Answer> request) {
    long begun = System.nanoTime();
    Answer answer = request.get();
    samples.add(
        new Sample(
            what,
            begun,
            (System.nanoTime() - begun) / 1_000_000,
            answer.status() < 400 ? "" + answer.status() : answer.outcome(),
            !answer.header("Retry-After").isEmpty()));
    return answer;
  }

  private void rest() {
    try {
      var _ = over.await(PAUSE_MILLIS, MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Lets everybody end what they are at. */
  @Override
  public void close() {
    over.countDown();
    try {
      for (Thread each : clients) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int acknowledged() {
    return created.size();
  }

  /** Repeats what was asked for in vain, and tells how much of it is still not acknowledged. */
  long repeat() {
    return asked.keySet().stream()
        .filter(it -> !created.containsKey(it))
        .filter(it -> !isCreated(it))
        .count();
  }

  /** What should not be, in what was seen and in what {@code now} keeps. */
  List<String> violations(Api now) {
    List<String> found = new ArrayList<>(violations);
    Map<String, String> kept = new ConcurrentHashMap<>();
    for (JsonNode todo : new Api(now.address(), owner.headers()).todos()) {
      String heading = todo.path("heading").textValue();
      if (kept.put(heading, todo.path("id").textValue()) != null) {
        found.add("twice in the record: " + heading);
      }
    }
    kept.keySet().removeIf(it -> it.startsWith("edited") && possible.contains(it));
    created.forEach((heading, id) -> {
      if (!id.equals(kept.remove(heading))) {
        found.add("acknowledged and lost: " + heading);
      }
    });
    kept.keySet().removeIf(asked::containsKey);
    kept.keySet().forEach(it -> found.add("never asked for: " + it));
    return found;
  }
}

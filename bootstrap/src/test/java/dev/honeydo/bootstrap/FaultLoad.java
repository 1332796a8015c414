package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.bootstrap.Api.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What clients do with some instances while something is wrong, and what they were answered.
 *
 * <p>Readers read; creators repeat a request under its key until it is answered; an editor changes
 * one todo, each time the version that it knows; visitors register, log in, look and log out; a
 * guesser tries passwords.
 */
final class FaultLoad implements AutoCloseable {
  private static final int PAUSE_MILLIS = 25;

  /** What one request came to. */
  record Sample(String what, long begun, long ended, int status, String code, boolean saysWhen) {
    long millis() {
      return (ended - begun) / 1_000_000;
    }

    /** How long it took, not counting what was before {@code moment}. */
    long millisSince(long moment) {
      return (ended - Math.max(begun, moment)) / 1_000_000;
    }
  }

  /** Those who have an account all along, so that passwords are hashed once for all faults. */
  record Cast(Person reader, Person creator, Person editor) {
    static Cast at(Api api) {
      return new Cast(Person.at(api), Person.at(api), Person.at(api));
    }
  }

  /** Somebody who is logged in. */
  record Person(String email, String token) {
    static Person at(Api api) {
      String email = RunningApi.someone();
      int _ = api.register(email).status();
      return new Person(email, api.login(email).text("access_token"));
    }

    Api at(Api instance, String address) {
      return instance.bearer(token).with("X-Forwarded-For", address);
    }
  }

  private final List<Api> instances;
  private final Cast cast;
  private final String name;
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final Map<String, String> created = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Set<String> live = ConcurrentHashMap.newKeySet();
  private final AtomicInteger addresses = new AtomicInteger();
  private final AtomicInteger admitted = new AtomicInteger();
  private final AtomicInteger limited = new AtomicInteger();
  private final List<Thread> clients = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch guessingOver = new CountDownLatch(1);
  private int editedVersion;
  private String editedHeading = "";

  /** What the editor was not told the outcome of. */
  private final Set<String> perhaps = new HashSet<>();

  FaultLoad(String name, List<Api> instances, Cast cast) {
    this.name = name;
    this.instances = instances;
    this.cast = cast;
  }

  /** Begins with everything but guessing. */
  void begin() {
    Answer todo =
        cast.editor()
            .at(instances.getFirst(), address())
            .post("/api/todos", json("{'heading':'0'}"));
    if (todo.status() != 201) {
      throw new IllegalStateException("nothing can be made: " + todo.outcome());
    }
    String place = todo.header("Location");
    editedVersion = todo.body().path("version").asInt();
    editedHeading = "0";
    for (int i = 0; i < 4; i++) {
      run(i, this::read);
    }
    for (int i = 0; i < 2; i++) {
      run(i, this::create);
      run(i, this::visit);
    }
    run(0, here -> edit(here, place));
  }

  /** Begins to guess, from one address, the password of one account. */
  void guess() {
    String email = RunningApi.someone();
    String from = address();
    for (Api instance : instances) {
      Api api = instance.with("X-Forwarded-For", from);
      clients.add(
          Thread.ofVirtual()
              .start(() -> {
                while (guessingOver.getCount() > 0) {
                  Answer answer = timed("guess", () -> api.login(email));
                  switch (answer.outcome()) {
                    case "401 invalid_credentials" -> admitted.incrementAndGet();
                    case "429 rate_limited" -> limited.incrementAndGet();
                    default -> odd("guess", answer);
                  }
                  rest();
                }
              }));
    }
  }

  void stopGuessing() {
    guessingOver.countDown();
  }

  private void run(int number, java.util.function.Consumer<Api> turn) {
    clients.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = number; over.getCount() > 0; i++) {
                  turn.accept(instances.get(i % instances.size()));
                  rest();
                }
              } catch (RuntimeException | Error died) {
                violations.add("a client died: " + died);
              }
            }));
  }

  private void read(Api instance) {
    Api reader = cast.reader().at(instance, address());
    for (String path :
        List.of("/api/users/me", "/api/todos?limit=20", "/api/todos/search?q=todo")) {
      Answer answer = timed("read", () -> reader.get(path));
      if (answer.status() != 200) {
        odd("GET " + path, answer);
      }
    }
  }

  private void create(Api instance) {
    String heading = name + " " + UUID.randomUUID();
    Api creator =
        cast.creator()
            .at(instance, address())
            .with("Idempotency-Key", UUID.randomUUID().toString());
    while (true) {
      Answer answer =
          timed("create", () -> creator.post("/api/todos", json("{'heading':'%s'}", heading)));
      switch (answer.status()) {
        case 201 -> {
          created.put(heading, answer.text("id"));
          return;
        }
        case 409 -> rest();
        default -> {
          odd("POST /api/todos", answer);
          rest();
          if (answer.status() != 503) {
            return;
          }
        }
      }
    }
  }

  private void edit(Api instance, String place) {
    Api editor = cast.editor().at(instance, address());
    String next = "todo " + UUID.randomUUID();
    Answer answer =
        timed(
            "edit",
            () ->
                editor
                    .with("If-Match", "\"" + editedVersion + "\"")
                    .with("Content-Type", "application/merge-patch+json")
                    .patch(place, json("{'heading':'%s'}", next)));
    if (answer.status() == 200) {
      edited(answer);
      return;
    }
    if (answer.status() != 412 || perhaps.isEmpty()) {
      odd("PATCH", answer);
      perhaps.add(next);
    }
    Answer now = timed("reread", () -> editor.with("Cache-Control", "no-cache").get(place));
    if (now.status() != 200) {
      odd("GET anew", now);
      return;
    }
    int version = now.body().path("version").asInt();
    String heading = now.text("heading");
    boolean same = version == editedVersion && heading.equals(editedHeading);
    if (!same && !(version == editedVersion + 1 && perhaps.contains(heading))) {
      violations.add("version " + version + " " + heading + " after " + editedVersion);
    }
    if (!same) {
      edited(now);
    }
  }

  private void edited(Answer answer) {
    editedVersion = answer.body().path("version").asInt();
    editedHeading = answer.text("heading");
    perhaps.clear();
  }

  private void visit(Api instance) {
    Api visitor = instance.with("X-Forwarded-For", address());
    String email = RunningApi.someone();
    Answer welcome = timed("register", () -> visitor.register(email));
    Answer login = timed("login", () -> visitor.login(email));
    if (welcome.status() != 201 || login.status() != 200) {
      odd("register", welcome, 201);
      odd("login", login, 200, welcome.status() == 201 ? 200 : 401);
      return;
    }
    String token = login.text("access_token");
    Api inside = visitor.bearer(token);
    odd("GET by a visitor", timed("read", () -> inside.get("/api/users/me")), 200);
    if (live.size() < 3) {
      live.add(token);
      return;
    }
    Answer farewell = timed("logout", () -> inside.post("/api/auth/logout", ""));
    if (farewell.status() == 204) {
      revoked.add(token);
      odd("GET after a logout", timed("refused", () -> inside.get("/api/users/me")), 401);
    } else {
      odd("logout", farewell);
    }
  }

  /** Notes an answer that is none of these, unless it is one that somebody counts. */
  private void odd(String what, Answer answer, Integer... expected) {
    if (List.of(expected).contains(answer.status())) {
      return;
    }
    boolean away =
        answer.outcome().equals("503 dependency_unavailable")
            || answer.outcome().equals("503 overloaded");
    if (!away || answer.header("Retry-After").isEmpty()) {
      violations.add(what + " was answered with " + answer.outcome());
    }
  }

  private Answer timed(String what, Supplier<Answer> request) {
    long begun = System.nanoTime();
    Answer answer = request.get();
    samples.add(
        new Sample(
            what,
            begun,
            System.nanoTime(),
            answer.status(),
            answer.status() < 400 ? "" : answer.text("code"),
            !answer.header("Retry-After").isEmpty()));
    return answer;
  }

  private String address() {
    int next = addresses.incrementAndGet();
    return "10." + (name.hashCode() & 127) + "." + (next >> 8 & 255) + "." + (next & 255);
  }

  private void rest() {
    try {
      var _ = over.await(PAUSE_MILLIS, MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets everybody end what they are at. */
  @Override
  public void close() {
    stopGuessing();
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

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** How many guesses were let through. */
  int admitted() {
    return admitted.get();
  }

  /** How many guesses were refused as too many. */
  int limited() {
    return limited.get();
  }

  int creations() {
    return created.size();
  }

  int revocations() {
    return revoked.size();
  }

  /** What should not have happened, with what is there afterwards. */
  List<String> violations() {
    Api creator = cast.creator().at(instances.getFirst(), address());
    Map<String, String> kept = new TreeMap<>();
    for (JsonNode todo : creator.todos()) {
      String heading = todo.path("heading").textValue();
      if (heading.startsWith(name + " ")
          && kept.put(heading, todo.path("id").textValue()) != null) {
        violations.add("twice in the record: " + heading);
      }
    }
    if (!kept.equals(new TreeMap<>(created))) {
      violations.add(created.size() + " were acknowledged, " + kept.size() + " are kept");
    }
    for (Api instance : instances) {
      Api from = instance.with("X-Forwarded-For", address());
      revoked.forEach(it -> expect(from.bearer(it), "401 token_revoked"));
      live.forEach(it -> expect(from.bearer(it), "200"));
    }
    return List.copyOf(violations);
  }

  private void expect(Api api, String outcome) {
    String found = api.get("/api/users/me").outcome();
    if (!found.equals(outcome)) {
      violations.add("afterwards " + found + " instead of " + outcome);
    }
  }
}

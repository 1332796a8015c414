package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.contracts.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for under an Idempotency-Key is done once, whatever is in its way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {
  private static final String BREAD = "{\"heading\":\"Buy bread\",\"tags\":[\"a\",\"b\"]}";

  private final AtomicReference<TodosInDoubt> todosInDoubt = new AtomicReference<>();
  private final AtomicReference<LedgerInDoubt> ledgerInDoubt = new AtomicReference<>();
  private final TestServer server =
      TestServer.start(it ->
          it.todos(kept -> set(todosInDoubt, new TodosInDoubt(kept)))
              .ledger(kept -> set(ledgerInDoubt, new LedgerInDoubt(kept))));
  private final TodosInDoubt todos = todosInDoubt.get();
  private final LedgerInDoubt ledger = ledgerInDoubt.get();
  private Client ada = server.client();
  private String key = "";

  @BeforeEach
  void begin() {
    key = UUID.randomUUID().toString();
    ada = server.client().registered();
  }

  @AfterEach
  void mend() {
    server.ledger.setAvailable(true);
    ledger.cutBeforeCompletion(false);
    todos.beforeAdd(() -> {});
    todos.afterAdd(() -> {});
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static <T> T set(AtomicReference<T> holder, T value) {
    holder.set(value);
    return value;
  }

  private Client keyed(Client client) {
    return client.with("Idempotency-Key", key);
  }

  private Client.Reply create(Client client, String body) {
    return keyed(client).post("/api/todos", body);
  }

  private static int countOf(Client client) {
    return client.get("/api/todos?limit=100").expect(200).json().get("items").size();
  }

  @Test
  void aRepetitionIsAnsweredToTheByte() {
    Client.Reply first = create(ada, BREAD).expect(201);
    server.clock.elapse(Duration.ofMinutes(29));
    Client.Reply second = create(ada.with("X-Request-Id", "another"), BREAD).expect(201);

    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("X-Request-Id")).isEqualTo("another");
    assertThat(headersOf(second)).isEqualTo(headersOf(first));
    assertThat(countOf(ada)).isEqualTo(1);
  }

  private static Map<String, List<String>> headersOf(Client.Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(reply.response().headers().map());
    headers.keySet().removeAll(List.of("date", "x-request-id", "idempotent-replayed"));
    return headers;
  }

  @Test
  void whatIsReplayedIsWhatWasAnsweredThoughTheTodoHasChanged() {
    Client.Reply first = create(ada, BREAD).expect(201);
    ada.patch(first.header("Location"), "{\"completed\":true}").expect(200);

    Client.Reply second = create(ada, BREAD).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void whatWasDeletedMeanwhileIsReplayedAndStaysDeleted() {
    Client.Reply first = create(ada, BREAD).expect(201);
    ada.delete(first.header("Location")).expect(204);

    assertThat(create(ada, BREAD).expect(201).body()).isEqualTo(first.body());

    ada.get(first.header("Location")).expect(404, "not_found");
    assertThat(countOf(ada)).isZero();
  }

  @Test
  void withoutAKeyEveryRequestIsItsOwn() {
    ada.post("/api/todos", BREAD).expect(201);
    server.ledger.setAvailable(false);
    ada.post("/api/todos", BREAD).expect(201);
    assertThat(countOf(ada)).isEqualTo(2);
  }

  @Test
  void ofAHundredAtOnceOneIsDone() {
    List<Client.Reply> replies = Race.run(100, _ -> create(ada, BREAD));

    List<String> bodies = new ArrayList<>();
    int done = 0;
    for (Client.Reply reply : replies) {
      if (reply.status() == 409) {
        reply.expect(409, "idempotency_in_progress");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
      } else {
        bodies.add(reply.expect(201).body());
        done += reply.header("Idempotent-Replayed").isEmpty() ? 1 : 0;
      }
    }
    assertThat(done).isEqualTo(1);
    assertThat(bodies).containsOnly(bodies.getFirst());
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void whileTheFirstIsUnderWayTheSecondIsToldSo() throws Exception {
    Pause pause = new Pause();
    todos.beforeAdd(pause);
    CompletableFuture<Client.Reply> first = CompletableFuture.supplyAsync(() -> create(ada, BREAD));
    pause.reached.await();

    Client.Reply second = create(ada, BREAD).expect(409, "idempotency_in_progress");
    create(ada, "{\"heading\":\"Other\"}").expect(422, "idempotency_key_reused");
    pause.over.countDown();

    assertThat(second.header("Retry-After")).isEqualTo("1");
    first.join().expect(201);
    assertThat(create(ada, BREAD).body()).isEqualTo(first.join().body());
  }

  @Test
  void whoOutlivesTheirLeaseMakesNothingTwice() throws Exception {
    Pause pause = new Pause();
    todos.beforeAdd(pause);
    CompletableFuture<Client.Reply> slow = CompletableFuture.supplyAsync(() -> create(ada, BREAD));
    pause.reached.await();
    todos.beforeAdd(() -> {});
    server.clock.elapse(Duration.ofSeconds(5));

    Client.Reply second = create(ada, BREAD).expect(201);
    server.clock.elapse(Duration.ofSeconds(5));
    pause.over.countDown();

    assertThat(slow.join().expect(201).body()).isEqualTo(second.body());
    assertThat(create(ada, BREAD).expect(201).body()).isEqualTo(second.body());
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void whatFailedAfterItsEffectGoesOnWhereItStopped() {
    todos.afterAdd(() -> {
      throw new IllegalStateException("after the effect");
    });
    create(ada, BREAD).expect(500, "internal_error");
    mend();
    create(ada, "{\"heading\":\"Other\"}").expect(422, "idempotency_key_reused");
    server.clock.elapse(Duration.ofSeconds(1));

    Client.Reply second = create(ada, BREAD).expect(201);

    assertThat(second.header("Idempotent-Replayed")).isEmpty();
    assertThat(ada.get(second.header("Location")).body()).isEqualTo(second.body());
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void whatFailedAfterItsEffectAndWasDeletedStaysDeleted() {
    todos.afterAdd(() -> {
      throw new IllegalStateException("after the effect");
    });
    create(ada, BREAD).expect(500);
    todos.afterAdd(() -> {});
    String id = ada.get("/api/todos").json().at("/items/0/id").textValue();
    ada.delete("/api/todos/" + id).expect(204);

    Client.Reply second = create(ada, BREAD).expect(201);

    assertThat(second.json().get("id").textValue()).isEqualTo(id);
    assertThat(countOf(ada)).isZero();
  }

  @Test
  void aRecordThatIsGoneBeforeOrAfterTheEffectIs503AndNothingIsDoneTwice() {
    server.ledger.setAvailable(false);
    create(ada, BREAD).expect(503, "dependency_unavailable");
    assertThat(countOf(ada)).isZero();
    server.ledger.setAvailable(true);
    ledger.cutBeforeCompletion(true);
    assertThat(create(ada, BREAD).expect(503).header("Retry-After")).isNotEmpty();
    ledger.cutBeforeCompletion(false);

    create(ada, BREAD).expect(409, "idempotency_in_progress");
    server.clock.elapse(Duration.ofSeconds(5));
    create(ada, BREAD).expect(201);

    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void aClientThatGoesAwayChangesNothing() throws Exception {
    Pause pause = new Pause();
    todos.beforeAdd(pause);
    String token = server.client().login(Client.address()).json().get("access_token").textValue();
    try (RawConnection connection = new RawConnection(server.port())) {
      var _ =
          connection.send(
              "POST /api/todos HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Authorization: Bearer "
                  + token
                  + "\r\nIdempotency-Key: "
                  + key
                  + "\r\nContent-Length: "
                  + BREAD.length()
                  + "\r\n\r\n"
                  + BREAD);
      pause.reached.await();
    }
    AtomicBoolean added = new AtomicBoolean();
    todos.afterAdd(() -> added.set(true));
    pause.over.countDown();
    Client bob = server.client().bearer(token);

    Client.Reply reply = create(bob, BREAD);
    while (reply.status() == 409) {
      reply = create(bob, BREAD);
    }

    assertThat(reply.expect(201).header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(added).isTrue();
    assertThat(countOf(bob)).isEqualTo(1);
  }

  @Test
  void anotherValueUnderTheSameKeyIsRefused() {
    create(ada, BREAD).expect(201);
    create(ada, BREAD.replace("bread", "milk")).expect(422, "idempotency_key_reused");
    create(ada, BREAD.replace("\"a\",\"b\"", "\"b\",\"a\"")).expect(422, "idempotency_key_reused");
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tags\":[\"a\",\"b\"],\"heading\":\"Buy bread\"}",
        " {\n\t\"heading\" : \"Buy bread\" , \"tags\" : [ \"a\" , \"b\" ] } ",
        "{\"heading\":\"\\u0042uy bread\",\"tags\":[\"a\",\"b\"]}"
      })
  void bodiesAreComparedAsValues(String same) {
    Client.Reply first = create(ada, BREAD).expect(201);
    assertThat(create(ada, same).expect(201).body()).isEqualTo(first.body());
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void aKeyIsOneUsers() {
    Client bob = server.client().registered();
    String adas = create(ada, BREAD).expect(201).json().get("id").textValue();
    Client.Reply bobs = create(bob, "{\"heading\":\"Mine\"}").expect(201);

    assertThat(bobs.header("Idempotent-Replayed")).isEmpty();
    assertThat(bobs.json().get("id").textValue()).isNotEqualTo(adas);
    assertThat(countOf(bob)).isEqualTo(1);
  }

  @Test
  void aKeyIsOneSessionsAsMuchAsAnothersOfTheSameUser() {
    String email = Client.address();
    Client laptop = server.client().registered(email);
    Client.Reply again =
        server.client().post("/api/auth/login", Client.credentials(email)).expect(200);
    Client phone = server.client().bearer(again.json().get("access_token").textValue());

    assertThat(create(phone, BREAD).expect(201).body())
        .isEqualTo(create(laptop, BREAD).expect(201).body());
    assertThat(countOf(laptop)).isEqualTo(1);
  }

  @Test
  void whoIsLoggedOutIsReplayedNothing() {
    create(ada, BREAD).expect(201);
    ada.send("POST", "/api/auth/logout").expect(204);
    assertThat(create(ada, BREAD).expect(401, "token_revoked").header("Idempotent-Replayed"))
        .isEmpty();
    create(server.client(), BREAD).expect(401, "authentication_required");
  }

  @Test
  void aKeyInQuotesIsTheSameKey() {
    Client.Reply first = create(ada, BREAD).expect(201);
    Client quoted = ada.with("Idempotency-Key", "\"" + key + "\"");
    assertThat(quoted.post("/api/todos", BREAD).expect(201).body()).isEqualTo(first.body());
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fifteen-letters",
        "\"fifteen-letters\"",
        "sixteen letters!",
        "\"sixteen-letters",
        "\"",
        "\"sixteen-letters\\",
        "\"sixteen-letters\\\"",
        "\"sixteen-\\letters\"",
        "\"sixteen-\"letters\"",
        "\"sixteen-letters!\";a=b",
        "sixteen-lettérs!"
      })
  void aKeyOfAnotherFormIsRefused(String key) {
    refused(key);
  }

  @Test
  void aKeyHasAtMost255Characters() {
    refused("k".repeat(256));
    ada.with("Idempotency-Key", "k".repeat(255)).post("/api/todos", BREAD).expect(201);
    ada.with("Idempotency-Key", "k".repeat(16)).post("/api/todos", BREAD).expect(201);
    ada.with("Idempotency-Key", "\"" + "\\\"".repeat(16) + "\"")
        .post("/api/todos", BREAD)
        .expect(201);
    assertThat(countOf(ada)).isEqualTo(3);
  }

  private void refused(String key) {
    String token = server.client().login(Client.address()).json().get("access_token").textValue();
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send(
                  "POST /api/todos HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + "Authorization: Bearer "
                      + token
                      + "\r\nIdempotency-Key: "
                      + key
                      + "\r\nContent-Length: "
                      + BREAD.length()
                      + "\r\n\r\n"
                      + BREAD)
              .read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("code").textValue()).isEqualTo("idempotency_key_invalid");
    }
    assertThat(countOf(server.client().bearer(token))).isZero();
  }

  @Test
  void twoKeysAreOneTooMany() {
    keyed(keyed(ada)).post("/api/todos", BREAD).expect(400, "idempotency_key_invalid");
    keyed(ada.with("Idempotency-Key", key + "!"))
        .post("/api/todos", BREAD)
        .expect(400, "idempotency_key_invalid");
  }

  @Test
  void whatIsRefusedBeforeItRunsLeavesTheKeyFree() {
    create(server.client(), BREAD).expect(401);
    create(ada, "{").expect(400, "malformed_request");
    keyed(ada).with("Content-Type", "text/plain").send("POST", "/api/todos").expect(415);
    create(ada, "{\"heading\":\"" + "a".repeat(70_000) + "\"}").expect(413);
    create(ada, "{}").expect(422, "validation_failed");
    create(ada, "{\"heading\":7}").expect(422, "validation_failed");
    Client.Reply done = create(ada, BREAD).expect(201);
    assertThat(done.header("Idempotent-Replayed")).isEmpty();
    assertThat(countOf(ada)).isEqualTo(1);
  }

  @Test
  void aDayLaterTheKeyIsNew() {
    String email = Client.address();
    server.client().login(email);
    Client.Reply first = create(login(email), BREAD).expect(201);
    server.clock.elapse(Duration.ofHours(24).minusMillis(1));
    create(login(email), "{\"heading\":\"Late\"}").expect(422, "idempotency_key_reused");
    assertThat(create(login(email), BREAD).expect(201).body()).isEqualTo(first.body());
    server.clock.elapse(Duration.ofMillis(1));

    Client.Reply late = create(login(email), "{\"heading\":\"Late\"}").expect(201);

    assertThat(late.header("Idempotent-Replayed")).isEmpty();
    assertThat(countOf(login(email))).isEqualTo(2);
  }

  private Client login(String email) {
    JsonNode login =
        server.client().post("/api/auth/login", Client.credentials(email)).expect(200).json();
    return server.client().bearer(login.get("access_token").textValue());
  }

  @Test
  void whoRegistersTwiceIsRegisteredOnce() {
    String body = Client.registration(Client.address());
    Client.Reply first = keyed(server.client()).post("/api/auth/register", body).expect(201);
    Client.Reply second = keyed(server.client()).post("/api/auth/register", body).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo("/api/users/me");
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("Cache-Control")).isEqualTo("no-store");
    keyed(server.client())
        .post("/api/auth/register", body.replace(Client.PASSWORD, "another good password"))
        .expect(422, "idempotency_key_reused");
  }

  @Test
  void aTakenAddressIsReplayedToTheByte() {
    String email = Client.address();
    server.client().post("/api/auth/register", Client.registration(email)).expect(201);
    Client.Reply first = register(email).expect(409, "email_taken");

    Client.Reply second = register(email).expect(409, "email_taken");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(second.header("Cache-Control")).isEqualTo("no-store");
  }

  private Client.Reply register(String email) {
    return keyed(server.client()).post("/api/auth/register", Client.registration(email));
  }

  @Test
  void whoseRegistrationWasCutOffFindsThemselvesRegistered() {
    String email = Client.address();
    ledger.cutBeforeCompletion(true);
    register(email).expect(503, "dependency_unavailable");
    ledger.cutBeforeCompletion(false);
    JsonNode user = login(email).get("/api/users/me").expect(200).json();
    register(email).expect(409, "idempotency_in_progress");
    server.clock.elapse(Duration.ofSeconds(5));

    assertThat(register(email).expect(201).json()).isEqualTo(user);
    assertThat(register(email).expect(201).header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void otherRoutesTakeNoNoticeOfAKey() {
    String email = Client.address();
    server.client().post("/api/auth/register", Client.registration(email)).expect(201);
    Client keyed = server.client().with("Idempotency-Key", "short");
    Client.Reply one = keyed.post("/api/auth/login", Client.credentials(email)).expect(200);
    Client.Reply two = keyed.post("/api/auth/login", Client.credentials(email)).expect(200);
    assertThat(one.json().get("session_id")).isNotEqualTo(two.json().get("session_id"));
  }

  /** Holds up the first who comes. */
  private static final class Pause implements Runnable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void run() {
      reached.countDown();
      try {
        over.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}

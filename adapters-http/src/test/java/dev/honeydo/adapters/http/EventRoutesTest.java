package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.adapters.http.EventSource.Frame;
import dev.honeydo.adapters.http.event.EventPace;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRoutesTest {
  /** Looks ten times a second, and says every half that it is alive. */
  private static final EventPace QUICK = new EventPace(Duration.ofMillis(100), 5, 20, 3, 8);

  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.start(options -> options.pace(QUICK).atOnce(2));
  private final String email = TestServer.ADMIN.value();
  private final JsonNode login = server.client().login(email).json();
  private final Client ada = server.client().bearer(token(login));
  private final List<EventSource> sources = new ArrayList<>();

  @AfterEach
  void stop() {
    sources.forEach(EventSource::close);
    server.close();
  }

  private static String token(JsonNode login) {
    return login.get("access_token").textValue();
  }

  private EventSource follow(String... headers) {
    EventSource source = EventSource.open(server.port(), headers);
    sources.add(source);
    return source;
  }

  private EventSource byToken(JsonNode login, String... more) {
    List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + token(login)));
    headers.addAll(List.of(more));
    return follow(headers.toArray(String[]::new));
  }

  /** The beginning of a stream that is served. */
  private static Frame opening(EventSource source) {
    assertThat(source.status()).isEqualTo(200);
    return source.next();
  }

  private double openStreams() {
    return server.metrics.get("honeydo.event.streams").gauge().value();
  }

  private String made(String heading) {
    return ada.post("/api/todos", "{\"heading\":\"%s\"}".formatted(heading))
        .expect(201)
        .header("Location");
  }

  @Test
  void changesAreToldAsTheyHappen() {
    EventSource source = byToken(login);
    Frame opening = opening(source);
    assertThat(openStreams()).isOne();
    assertThat(opening.id()).isNotEmpty();
    assertThat(Integer.parseInt(opening.retry())).isBetween(2_500, 4_500);
    assertThat(source.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(source.header("Cache-Control")).isEqualTo("no-store");
    assertThat(source.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(source.header("Content-Encoding")).isEmpty();
    assertThat(source.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
    assertThat(server.metrics.get("honeydo.event.streams").gauge().value()).isOne();

    String bread = made("bread \uD83D\uDC1D");
    Frame created = source.next();
    assertThat(created.event()).isEqualTo("todo.created");
    assertThat(created.data()).isEqualTo(ada.get(bread).body());
    ada.patch(bread, "{\"completed\":true}").expect(200);
    Frame updated = source.next();
    assertThat(updated.event()).isEqualTo("todo.updated");
    assertThat(updated.data()).isEqualTo(ada.get(bread).body());
    ada.patch(bread, "{\"completed\":true}").expect(200);
    ada.delete(bread).expect(204);
    ada.delete(bread).expect(204);
    Frame deleted = source.next();
    assertThat(deleted.event()).isEqualTo("todo.deleted");
    assertThat(deleted.data())
        .isEqualTo("{\"id\":\"" + bread.substring("/api/todos/".length()) + "\"}");
    made("done");
    assertThat(source.next().event()).isEqualTo("todo.created");
    ada.patch(made("done, too"), "{\"completed\":true}").expect(200);
    assertThat(source.next().event()).isEqualTo("todo.created");
    assertThat(source.next().event()).isEqualTo("todo.updated");
    ada.delete("/api/todos?completed=true").expect(200);
    assertThat(source.next().event()).isEqualTo("resync");
    assertThat(List.of(opening.id(), created.id(), updated.id(), deleted.id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whoComesBackMissesNothing() {
    EventSource first = byToken(login);
    opening(first);
    made("one");
    Frame one = first.next();
    first.close();
    made("two");
    made("three");
    EventSource again = byToken(login, "Last-Event-ID", one.id());
    assertThat(opening(again).id()).isEqualTo(one.id());
    assertThat(again.next().data()).contains("\"two\"");
    assertThat(again.next().data()).contains("\"three\"");
    made("four");
    assertThat(again.next().data()).contains("\"four\"");
  }

  @Test
  void whoMayHaveMissedSomethingIsToldToReadAnew() {
    made("one");
    for (String unknown : List.of("1-1", "\"; rm -rf", "unknown", "x".repeat(500))) {
      try (EventSource source = byToken(login, "Last-Event-ID", unknown)) {
        opening(source);
        Frame resync = source.next();
        assertThat(resync.event()).isEqualTo("resync");
        assertThat(resync.data()).isEqualTo("{}");
        made("next");
        Frame next = source.next();
        assertThat(next.event()).isEqualTo("todo.created");
        assertThat(next.id()).isNotEqualTo(resync.id());
      }
      awaitFree();
    }
    server.events.setAvailable(false);
    EventSource source = byToken(login);
    opening(source);
    made("while it is away");
    assertThat(source.next().event()).isEqualTo("todo.created");
    server.events.setAvailable(true);
    assertThat(source.next().event()).isEqualTo("resync");
  }

  /** The place of a client that is gone is free as soon as something was written to it. */
  private void awaitFree() {
    long end = System.nanoTime() + SOON.toNanos();
    int status = 0;
    while (status != 200 && System.nanoTime() < end) {
      status = ada.send("HEAD", "/api/events").status();
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void aSessionThatEndsIsToldToTheOthersAndEndsItsOwnStream() {
    JsonNode phone = server.client().post("/api/auth/login", Client.credentials(email)).json();
    EventSource here = byToken(login);
    EventSource there = follow("Cookie", "session_id=" + phone.get("session_id").textValue());
    opening(here);
    opening(there);
    String id = phone.get("session").get("id").textValue();
    ada.delete("/api/sessions/" + id).expect(204);
    assertThat(there.endsWithin(AT_ONCE)).isTrue();
    assertThat(there.isQuiet()).isTrue();
    Frame revoked = here.next();
    assertThat(revoked.event()).isEqualTo("session.revoked");
    assertThat(revoked.data()).isEqualTo("{\"id\":\"" + id + "\"}");
    made("still there");
    assertThat(here.next().event()).isEqualTo("todo.created");
    ada.post("/api/auth/logout-all", "").expect(204);
    assertThat(here.endsWithin(AT_ONCE)).isTrue();
  }

  @Test
  void aStreamEndsWithItsSessionThoughNobodyTells() {
    EventSource source = byToken(login);
    opening(source);
    var owner = new UserId(UUID.fromString(login.get("user").get("id").textValue()));
    var _ = server.sessions.revokeAll(owner);
    assertThat(source.endsWithin(AT_ONCE)).isTrue();
  }

  @Test
  void aStreamEndsWithItsToken() {
    EventSource source = byToken(login);
    opening(source);
    server.clock.elapse(Duration.ofMinutes(31));
    assertThat(source.endsWithin(AT_ONCE)).isTrue();
  }

  @Test
  void aStreamEndsWithTheAccount() {
    JsonNode bob = server.client().login(Client.address()).json();
    EventSource source = byToken(bob);
    opening(source);
    String user = "/api/users/" + bob.get("user").get("id").textValue();
    ada.patch(user, "{\"disabled\":true}").expect(200);
    assertThat(source.endsWithin(AT_ONCE)).isTrue();
  }

  @Test
  void nothingIsToldWhileNobodyKnowsWhetherTheSessionLives() {
    EventSource source = byToken(login);
    opening(source);
    server.revokedTokens.setAvailable(false);
    var owner = new UserId(UUID.fromString(login.get("user").get("id").textValue()));
    Events.Announcement _ = server.events.publish(owner, new Event.Overhauled());
    assertThat(source.any().isComment()).isTrue();
    assertThat(source.isQuiet()).isTrue();
    server.revokedTokens.setAvailable(true);
    assertThat(source.next().event()).isEqualTo("resync");
    server.revokedTokens.setAvailable(false);
    assertThat(source.endsWithin(SOON)).isTrue();
  }

  @Test
  void aStreamSaysThatItIsAlive() {
    EventSource source = byToken(login);
    opening(source);
    assertThat(source.any().isComment()).isTrue();
    assertThat(source.any().isComment()).isTrue();
  }

  @Test
  void nobodyHasMoreThanTheirShareAndStreamsKeepNoRequestWaiting() {
    for (int i = 0; i < 3; i++) {
      opening(byToken(login));
    }
    EventSource fourth = byToken(login);
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.header("Retry-After")).isEqualTo("10");
    // The server works on two requests at once.
    made("bread");
    for (int i = 0; i < 5; i++) {
      opening(byToken(server.client().login(Client.address()).json()));
    }
    EventSource ninth = byToken(server.client().login(Client.address()).json());
    assertThat(ninth.status()).isEqualTo(503);
    assertThat(ninth.header("Content-Type")).isEqualTo("application/problem+json");
    ada.with("X-Any", "thing").send("HEAD", "/api/events").expect(503);
    sources.getFirst().close();
    awaitFree();
  }

  @Test
  void whoOpensAPageAgainAndAgainIsNotRefused() {
    EventPace slow = new EventPace(Duration.ofMinutes(1), 5, 20, 3, 8);
    try (TestServer other = TestServer.start(options -> options.pace(slow))) {
      String token = token(other.client().login(Client.address()).json());
      for (int times = 0; times < 9; times++) {
        try (EventSource source =
            EventSource.open(other.port(), "Authorization", "Bearer " + token)) {
          opening(source);
        }
      }
    }
  }

  @Test
  void aServerThatStopsEndsItsStreamsAtOnce() {
    EventSource source = byToken(login);
    opening(source);
    server.server.drain();
    assertThat(source.endsWithin(AT_ONCE)).isTrue();
    assertThat(byToken(login).status()).isEqualTo(503);
    ada.get("/api/todos").expect(200);
    long start = System.nanoTime();
    server.close();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
  }

  @Test
  void whatIsAskedForMustBeRight() {
    assertThat(follow().status()).isEqualTo(401);
    ada.get("/api/events?last_event_id=1").expect(400, "unknown_parameter");
    for (int i = 0; i < 5; i++) {
      Client.Reply head = ada.send("HEAD", "/api/events").expect(200);
      assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void whoTakesNothingInIsInNobodysWay() {
    String heading = "x".repeat(200);
    String task = "y".repeat(10_000);
    try (RawConnection slow = new RawConnection(server.port())) {
      slow.send(
          "GET /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token(login)
              + "\r\n\r\n");
      EventSource source = byToken(login);
      opening(source);
      for (int i = 0; i < 60; i++) {
        ada.post("/api/todos", "{\"heading\":\"%s\",\"task\":\"%s\"}".formatted(heading, task))
            .expect(201);
      }
      for (int i = 0; i < 60; i++) {
        assertThat(source.next().event()).isEqualTo("todo.created");
      }
    }
  }
}

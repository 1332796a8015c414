package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.exchange.RouteLimit;
import dev.honeydo.application.limit.RateLimits;
import dev.honeydo.application.limit.RateLimits.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be asked for, with the limits that hold unless told otherwise. */
class RateLimitsTest {
  private static final String LOGIN = "/api/auth/login";
  private static final String REGISTER = "/api/auth/register";
  private static final String REFRESH = "/api/auth/refresh";

  @AutoClose
  private final TestServer server =
      TestServer.start(it -> it.limits(RateLimits.DEFAULT).trusting("127.0.0.0/8"));

  private Client from(String address) {
    return server.client().with("X-Forwarded-For", address);
  }

  private static Client.Reply fail(Client client, String email) {
    return client.post(
        LOGIN, "{\"email\":\"%s\",\"password\":\"wrong password\"}".formatted(email));
  }

  private static List<String> fields(Client.Reply reply) {
    return List.of(reply.header("RateLimit-Policy"), reply.header("RateLimit"));
  }

  @Test
  void fiveLoginsAMinuteAndTheNextAfterExactlyTheTimeThatIsTold() {
    String policy = "\"login\";q=5;w=60, \"login-account\";q=5;w=60";
    Client ada = from("203.0.113.9");
    for (int left = 4; left >= 0; left--) {
      Client.Reply reply = fail(ada, "ada@example.org").expect(401, "invalid_credentials");
      assertThat(fields(reply))
          .containsExactly(
              policy, "\"login\";r=%d;t=12, \"login-account\";r=%d;t=12".formatted(left, left));
    }
    Client.Reply refused = fail(ada, "ada@example.org").expect(429, "rate_limited");
    assertThat(refused.header("Retry-After")).isEqualTo("12");
    assertThat(fields(refused))
        .containsExactly(policy, "\"login\";r=0;t=12, \"login-account\";r=0;t=12");
    server.clock.elapse(Duration.ofMillis(11_999));
    assertThat(fail(ada, "ada@example.org").expect(429).header("Retry-After")).isEqualTo("1");
    server.clock.elapse(Duration.ofMillis(1));
    fail(ada, "ada@example.org").expect(401);
    fail(ada, "ada@example.org").expect(429);
  }

  @Test
  void aRefusedLoginIsNotEvenLookedUp() {
    Client ada = from("203.0.113.9");
    for (int attempt = 0; attempt < 5; attempt++) {
      fail(ada, "ada@example.org").expect(401);
    }
    server.users.setAvailable(false);
    fail(ada, "ada@example.org").expect(429, "rate_limited");
    fail(from("203.0.113.10"), "bob@example.org").expect(503, "dependency_unavailable");
  }

  @Test
  void aStolenSessionIsNoWayToGuessThePassword() {
    Client ada = from("203.0.113.9").registered("ada@example.org");
    String guess = "{\"current_password\":\"wrong password\"}";
    for (int attempt = 0; attempt < 4; attempt++) {
      ada.put(
              "/api/users/me/password",
              "{\"current_password\":\"wrong password\",\"new_password\":\"another long one\"}")
          .expect(403, "wrong_password");
    }
    ada.json("DELETE", "/api/users/me", guess).expect(403, "wrong_password");
    Client.Reply refused = ada.json("DELETE", "/api/users/me", guess).expect(429, "rate_limited");
    assertThat(refused.header("Retry-After")).isEqualTo("12");
    ada.patch(
            "/api/users/me",
            "{\"email\":\"eve@example.org\",\"current_password\":\"wrong password\"}")
        .expect(429, "rate_limited");
    ada.patch("/api/users/me", "{\"name\":\"Ada L.\"}").expect(200);
    ada.get("/api/users/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAccountIsLimitedFromWhereverItIsTriedWhetherOrNotItExists(boolean exists) {
    if (exists) {
      from("203.0.113.1").post(REGISTER, Client.registration("ada@example.org")).expect(201);
    }
    for (int client = 0; client < 5; client++) {
      Client.Reply reply = fail(from("203.0.113." + client), "ada@Example.ORG").expect(401);
      assertThat(reply.header("RateLimit"))
          .isEqualTo("\"login\";r=4;t=12, \"login-account\";r=%d;t=12".formatted(4 - client));
    }
    Client.Reply refused = fail(from("203.0.113.77"), "Ada@example.org").expect(429);
    assertThat(refused.header("Retry-After")).isEqualTo("12");
    assertThat(refused.header("RateLimit"))
        .isEqualTo("\"login\";r=5;t=0, \"login-account\";r=0;t=12");
    fail(from("203.0.113.77"), "bob@example.org").expect(401);
  }

  @Test
  void whatIsRefusedForItsAddressCostsTheAccountNothing() {
    Client mallory = from("198.51.100.1");
    for (int attempt = 0; attempt < 5; attempt++) {
      fail(mallory, "m" + attempt + "@example.org").expect(401);
    }
    for (int attempt = 0; attempt < 20; attempt++) {
      fail(mallory, "ada@example.org").expect(429);
    }
    assertThat(fail(from("203.0.113.9"), "ada@example.org").expect(401).header("RateLimit"))
        .isEqualTo("\"login\";r=4;t=12, \"login-account\";r=4;t=12");
  }

  @Test
  void manyAddressesOfOneSubnetAreOneClient() {
    long admitted =
        IntStream.range(0, 50)
            .mapToObj(it ->
                fail(
                    from("2001:db8:1:2:%x:%x::%x".formatted(it * 31, it * 17, it)),
                    it + "@example.org"))
            .filter(it -> it.status() == 401)
            .count();
    assertThat(admitted).isEqualTo(5);
    fail(from("2001:db8:1:3::1"), "ada@example.org").expect(401);
  }

  @Test
  void whoeverIsNotTrustedCannotSayThatTheyAreSomebodyElse() {
    try (TestServer alone = TestServer.start(it -> it.limits(RateLimits.DEFAULT))) {
      long admitted =
          IntStream.range(0, 50)
              .mapToObj(it ->
                  fail(
                      alone.client().with("X-Forwarded-For", "203.0.113." + it),
                      it + "@example.org"))
              .filter(it -> it.status() == 401)
              .count();
      assertThat(admitted).isEqualTo(5);
    }
  }

  @Test
  void theSessionTellsTheAddressThatIsLimited() {
    Client ada = from("1.1.1.1, 203.0.113.9");
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(201);
    Client.Reply in = ada.post(LOGIN, Client.credentials("ada@example.org")).expect(200);
    assertThat(in.json().path("session").path("ip").asText()).isEqualTo("203.0.113.9");
  }

  @Test
  void threeRegistrationsAnHour() {
    Client ada = from("203.0.113.9");
    for (int left = 2; left >= 0; left--) {
      Client.Reply reply = ada.post(REGISTER, Client.registration(Client.address())).expect(201);
      assertThat(fields(reply))
          .containsExactly("\"register\";q=3;w=3600", "\"register\";r=%d;t=1200".formatted(left));
    }
    Client.Reply refused =
        ada.post(REGISTER, Client.registration(Client.address())).expect(429, "rate_limited");
    assertThat(refused.header("Retry-After")).isEqualTo("1200");
    from("203.0.113.10").post(REGISTER, Client.registration(Client.address())).expect(201);
    server.clock.elapse(Duration.ofMinutes(20));
    ada.post(REGISTER, Client.registration(Client.address())).expect(201);
  }

  @Test
  void toTryWhichAddressesAreTakenCosts() {
    Client ada = from("203.0.113.9");
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(201);
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(409);
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(409);
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/auth/login     | {}      | 422 | \"login\";q=5;w=60      | \"login\";r=5;t=0",
        "/api/auth/login     | {       | 400 | \"login\";q=5;w=60      | \"login\";r=5;t=0",
        "/api/auth/login?a=b | {}      | 400 | \"login\";q=5;w=60      | \"login\";r=5;t=0",
        "/api/auth/register  | {}      | 422 | \"register\";q=3;w=3600 | \"register\";r=3;t=0",
        "/api/auth/refresh   | {\"a\":1} | 422 | \"refresh\";q=30;w=60   | \"refresh\";r=30;t=0",
      })
  void whatCannotBeReadCostsNothingAndIsToldHowThingsStand(
      String path, String body, int status, String policy, String state) {
    for (int attempt = 0; attempt < 10; attempt++) {
      Client.Reply reply = from("203.0.113.9").post(path, body).expect(status);
      assertThat(fields(reply)).containsExactly(policy, state);
    }
  }

  @Test
  void eachSessionHasItsOwnRefreshes() {
    Client ada = from("203.0.113.9");
    ada.post(REGISTER, Client.registration("ada@example.org")).expect(201);
    String laptop = refreshToken(ada.post(LOGIN, Client.credentials("ada@example.org")));
    String phone = refreshToken(ada.post(LOGIN, Client.credentials("ada@example.org")));
    for (int left = 29; left >= 0; left--) {
      Client.Reply reply = ada.post(REFRESH, refresh(laptop)).expect(200);
      assertThat(fields(reply))
          .containsExactly("\"refresh\";q=30;w=60", "\"refresh\";r=%d;t=2".formatted(left));
      laptop = refreshToken(reply);
    }
    ada.post(REFRESH, refresh(laptop)).expect(429, "rate_limited");
    from("203.0.113.10").post(REFRESH, refresh(laptop)).expect(429, "rate_limited");
    ada.post(REFRESH, refresh(phone)).expect(200);
  }

  @Test
  void whatIsNoRefreshTokenCostsTheAddress() {
    Client mallory = from("198.51.100.1");
    for (int attempt = 0; attempt < 30; attempt++) {
      mallory.post(REFRESH, refresh("forged-" + attempt)).expect(401, "token_invalid");
    }
    mallory.post(REFRESH, refresh("forged")).expect(429);
    from("203.0.113.9").post(REFRESH, refresh("forged")).expect(401);
  }

  @Test
  void eachUserHasSixHundredRequestsAMinuteWhateverBecomesOfThem() {
    Client ada = from("203.0.113.9").registered();
    int left = 600;
    for (Client.Reply reply :
        List.of(
            ada.get("/api/todos").expect(200),
            ada.get("/api/todos/nothing").expect(404),
            ada.post("/api/todos", "{}").expect(422),
            ada.send("POST", "/api/todos").expect(400),
            ada.get("/api/users/me").expect(200))) {
      left--;
      assertThat(fields(reply))
          .containsExactly("\"api\";q=600;w=60", "\"api\";r=%d;t=1".formatted(left));
    }
    server.todos.setAvailable(false);
    assertThat(ada.get("/api/todos").expect(503).header("RateLimit")).startsWith("\"api\";r=594");
    assertThat(server.client().get("/api/todos").expect(401).header("RateLimit")).isEmpty();
    assertThat(server.client().get("/livez").expect(200).header("RateLimit")).isEmpty();
  }

  @Test
  void oneUsersRequestsAreNotAnothers() {
    RateLimits two =
        new RateLimits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Rate(2, Duration.ofSeconds(10))));
    try (TestServer strict = TestServer.start(it -> it.limits(two))) {
      Client ada = strict.client().registered();
      Client bob = strict.client().registered();
      ada.get("/api/todos").expect(200);
      ada.get("/api/users/me").expect(200);
      Client.Reply refused = ada.get("/api/todos").expect(429, "rate_limited");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      bob.get("/api/todos").expect(200);
      strict.clock.elapse(Duration.ofSeconds(5));
      ada.get("/api/todos").expect(200);
    }
  }

  @Test
  void everyLimitedRouteTellsOfItsLimitAndEveryOneForUsersIsLimited() {
    AtomicInteger client = new AtomicInteger();
    assertThat(server.server.routes())
        .allSatisfy(route -> {
          if (route.needsLogin()) {
            assertThat(route.limit()).isEqualTo(RouteLimit.API);
          }
          if (route.path().startsWith("/api/auth/") && !route.needsLogin()) {
            assertThat(route.limit()).isNotEqualTo(RouteLimit.NONE);
          }
          String path = route.path().replaceAll("\\{.*}", "nothing");
          if (route.limit() != RouteLimit.NONE) {
            // Somebody new each time: some routes end the session.
            Client ada = from("203.0.113." + client.incrementAndGet()).registered();
            // A stream has no end to wait for.
            String method = path.equals("/api/events") ? "HEAD" : route.method();
            Client.Reply reply = ada.send(method, path);
            assertThat(reply.header("RateLimit")).as(reply.body()).isNotEmpty();
            assertThat(reply.header("RateLimit-Policy")).isNotEmpty();
          }
        });
  }

  @Test
  void whatIsSwitchedOffIsNotLimitedAndNotSpokenOf() {
    try (TestServer free = TestServer.start()) {
      for (int attempt = 0; attempt < 20; attempt++) {
        assertThat(fields(fail(free.client(), "ada@example.org").expect(401)))
            .containsExactly("", "");
      }
    }
  }

  private static String refresh(String token) {
    return "{\"refresh_token\":\"%s\"}".formatted(token);
  }

  private static String refreshToken(Client.Reply reply) {
    return reply.expect(200).json().path("refresh_token").asText();
  }
}

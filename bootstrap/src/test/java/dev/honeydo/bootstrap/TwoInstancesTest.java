package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the service over one record and one Redis, which comes and goes. */
class TwoInstancesTest {
  /** Two seconds, and what a busy machine takes to answer. */
  private static final Duration KNOWN = Duration.ofSeconds(5);

  private static final Duration SOON = Duration.ofSeconds(10);

  private final InMemoryRecordStore record = new InMemoryRecordStore(InstantSource.system());
  private final RedisProcess redis = new RedisProcess();
  private RunningRecord one;
  private RunningRecord other;

  @BeforeEach
  void start(@TempDir Path directory) {
    one = started(directory.resolve("one"));
    other = started(directory.resolve("other"));
  }

  private RunningRecord started(Path directory) {
    return RunningRecord.over(
        directory,
        Map.of("REDIS_URL", redis.url(), "JWT_SECRET_KEY", "the same 32 bytes in both instances"),
        _ -> record);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void whoLogsOutAtOneIsRefusedByTheOther() {
    for (int round = 0; round < 10; round++) {
      Credentials ada = loggedIn();
      ada.assertLetIn();
      assertThat(ada.bearer(one).post("/api/auth/logout", "").outcome()).isEqualTo("204");
      Await.until(KNOWN, () -> ada.bearer(other).get("/api/users/me").status() == 401);
      ada.assertRefused();
    }
  }

  @Test
  void whoLogsOutEverywhereIsRefusedByBoth() {
    Credentials ada = loggedIn();
    ada.assertLetIn();
    assertThat(ada.bearer(one).post("/api/auth/logout-all", "").outcome()).isEqualTo("204");
    Await.until(KNOWN, () -> ada.bearer(other).get("/api/users/me").status() == 401);
    ada.assertRefused();
  }

  @Test
  void aLogoutOutlivesEverythingThatBefallsRedisAndNobodyElseIsLoggedOut() {
    Credentials ada = loggedIn();
    Credentials bob = loggedIn();
    ada.assertLetIn();
    bob.assertLetIn();
    assertThat(ada.bearer(one).post("/api/auth/logout", "").outcome()).isEqualTo("204");

    redis.flush();
    Await.until(KNOWN, () -> ada.bearer(other).get("/api/users/me").status() == 401);
    ada.assertRefused();
    bob.assertLetIn();

    redis.kill();
    ada.assertRefused();
    bob.assertLetIn();

    redis.restart();
    ada.assertRefused();
    bob.assertLetIn();
    awaitHealth("healthy");
    ada.assertRefused();
    bob.assertLetIn();
  }

  @Test
  void whoLogsOutWhileRedisIsAwayStaysOutWhenItIsBack() {
    Credentials ada = loggedIn();
    ada.assertLetIn();
    redis.kill();
    assertThat(ada.bearer(one).post("/api/auth/logout", "").outcome()).isEqualTo("204");
    assertThat(ada.bearer(one).get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
    Await.until(KNOWN, () -> ada.bearer(other).get("/api/users/me").status() == 401);
    redis.restart();
    awaitHealth("healthy");
    ada.assertRefused();
  }

  @Test
  void healthTellsOfARedisThatIsAway() {
    awaitHealth("healthy");
    Answer well = one.api().get("/api/health/redis");
    assertThat(well.text("url")).isEqualTo(redis.url());
    assertThat(well.body().path("operations")).hasSize(4);
    redis.kill();
    awaitHealth("degraded");
    assertThat(one.api().get("/api/health").status()).isEqualTo(200);
    assertThat(one.api().get("/api/health/redis").status()).isEqualTo(503);
    assertThat(one.api().get("/readyz").status()).isEqualTo(200);
    redis.restart();
    awaitHealth("healthy");
    assertThat(one.api().get("/api/health/redis").status()).isEqualTo(200);
  }

  private void awaitHealth(String status) {
    Supplier<String> health = () -> one.api().get("/api/health").text("status");
    Await.until(SOON, () -> health.get().equals(status));
  }

  private Credentials loggedIn() {
    String email = "ada+" + UUID.randomUUID() + "@example.org";
    assertThat(one.api().register(email).status()).isEqualTo(201);
    Answer login = other.api().login(email);
    return new Credentials(login.text("access_token"), login.text("session_id"));
  }

  /** What one login gave. */
  private final class Credentials {
    private final String token;
    private final String session;

    Credentials(String token, String session) {
      this.token = token;
      this.session = session;
    }

    Api bearer(RunningRecord where) {
      return where.api().bearer(token);
    }

    Api session(RunningRecord where) {
      return where.api().with("X-Session-ID", session);
    }

    void assertLetIn() {
      assertEverywhere("200", "200");
    }

    void assertRefused() {
      assertEverywhere("401 token_revoked", "401 session_expired");
    }

    private void assertEverywhere(String byToken, String bySession) {
      for (RunningRecord where : new RunningRecord[] {one, other}) {
        assertThat(bearer(where).get("/api/users/me").outcome()).isEqualTo(byToken);
        assertThat(session(where).get("/api/users/me").outcome()).isEqualTo(bySession);
      }
    }
  }
}

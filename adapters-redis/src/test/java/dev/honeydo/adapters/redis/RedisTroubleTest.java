package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances over one record and one Redis, which is emptied, killed, held still and spoilt. */
final class RedisTroubleTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final TestRedis redis = TestRedis.start();
  private final Views views =
      new Views(redis.url(), redis.url(), Views.NEAR, clock, Duration.ofMillis(250));
  private final CachedRecord one = CachedRecord.of(sessions, tokens, views.one, clock);
  private final CachedRecord other = CachedRecord.of(sessions, tokens, views.other, clock);
  private final UserId owner = Specimens.userId();
  private final Session session = Specimens.session(owner, clock.instant());
  private final Session bystander = Specimens.session(Specimens.userId(), clock.instant());

  @BeforeEach
  void logIn() {
    views.settle();
    var _ = one.sessions().open(session, Specimens.tokenHash(), 10);
    var _ = one.sessions().open(bystander, Specimens.tokenHash(), 10);
    assertLetIn(session);
    assertLetIn(bystander);
  }

  @AfterEach
  void close() {
    views.close();
    redis.close();
  }

  @Test
  void whatIsRevokedStaysSoWhenRedisIsEmptied() {
    revoke();
    redis.flush();
    assertRefused();
    assertLetIn(bystander);
  }

  @Test
  void whatIsRevokedStaysSoWhenRedisIsKilledAndComesBackEmpty() {
    revoke();
    redis.kill();
    assertRefused();
    assertLetIn(bystander);
    redis.restart();
    views.settle();
    assertRefused();
    assertLetIn(bystander);
  }

  @Test
  void whatIsRevokedWhileRedisIsAwayIsRefusedOnceItIsBack() {
    redis.kill();
    Await.until(SOON, () -> !views.one.isSettled() && !views.other.isSettled());
    revoke();
    assertThat(one.sessions().find(owner, session.id())).isEmpty();
    // The other one has to notice first that it hears of nothing any more.
    Await.until(SOON, () -> other.sessions().find(owner, session.id()).isEmpty());
    assertRefused();
    redis.restart();
    views.settle();
    assertRefused();
    assertLetIn(bystander);
  }

  @Test
  void whatIsRevokedWhileRedisHangsIsRefusedAtOnceThereAndWhenItGoesOn() {
    redis.pause();
    revoke();
    assertThat(one.sessions().find(owner, session.id())).isEmpty();
    redis.resume();
    Await.until(SOON, () -> other.sessions().find(owner, session.id()).isEmpty());
    views.settle();
    assertRefused();
  }

  @Test
  void aRedisThatHangsCostsLittle() {
    redis.pause();
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      var found = one.sessions().find(owner, Specimens.sessionId());
      assertThat(found).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    redis.resume();
    views.settle();
    assertLetIn(session);
  }

  @Test
  void whileRedisIsAwayNothingNearIsBelieved() {
    redis.kill();
    // The record alone knows: this write passes every cache.
    var _ = sessions.revoke(owner, session.id());
    // Copies do not age here, since the clock stands still: only mistrust ends them.
    Await.until(
        Duration.ofSeconds(2),
        () ->
            one.sessions().find(owner, session.id()).isEmpty()
                && other.sessions().find(owner, session.id()).isEmpty());
    assertRefused();
  }

  @Test
  void theOtherInstanceHearsOfAWrite() {
    revoke();
    Await.until(Duration.ofSeconds(2), () -> other.sessions().find(owner, session.id()).isEmpty());
  }

  @Test
  void aFlushEmptiesWhatIsNear() {
    var _ = sessions.revoke(owner, session.id());
    redis.flush();
    views.settle();
    assertRefused();
  }

  @Test
  void whatIsReadHereIsReadThereWithoutTheRecord() {
    views.settle();
    sessions.setAvailable(false);
    assertThat(other.sessions().find(owner, session.id())).contains(session);
  }

  @Test
  void withNeitherRecordNorCopyNobodyCanTell() {
    sessions.setAvailable(false);
    assertThatThrownBy(() -> one.sessions().find(owner, Specimens.sessionId()))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void withNeitherRedisNorRecordCopiesNearAnswerForAMinute() {
    redis.kill();
    Await.until(SOON, () -> !views.one.isSettled());
    assertThat(one.sessions().find(owner, session.id())).contains(session);
    sessions.setAvailable(false);
    clock.elapse(Duration.ofSeconds(59));
    assertThat(one.sessions().find(owner, session.id())).contains(session);
    clock.elapse(Duration.ofSeconds(2));
    assertThatThrownBy(() -> one.sessions().find(owner, session.id()))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void withNeitherRedisNorRecordWhoeverLoggedOutHereStaysOut() {
    redis.kill();
    Await.until(SOON, () -> !views.one.isSettled());
    assertThat(one.sessions().find(owner, session.id())).contains(session);
    revoke();
    sessions.setAvailable(false);
    assertThatThrownBy(() -> one.sessions().find(owner, session.id()))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void accessEndsWithTheTokenTheEpochAndTheSession() {
    AccessClaims claims = claims(session, Epoch.FIRST);
    assertThat(one.access().check(claims)).contains(session);
    assertThat(other.access().check(claims)).contains(session);
    var _ = one.revokedTokens().revoke(owner, claims.id(), claims.expiresAt());
    views.settle();
    assertThat(other.access().check(claims)).isEmpty();

    AccessClaims next = claims(session, Epoch.FIRST);
    assertThat(other.access().check(next)).contains(session);
    var _ = one.revokedTokens().advance(owner);
    views.settle();
    assertThat(other.access().check(next)).isEmpty();

    AccessClaims last = claims(session, Epoch.FIRST.next());
    assertThat(other.access().check(last)).contains(session);
    revoke();
    views.settle();
    assertThat(other.access().check(last)).isEmpty();
  }

  @Test
  void scriptsThatRedisForgotAreSentAgain() {
    var _ = redis.ask(it -> it.scriptFlush());
    revoke();
    views.settle();
    assertRefused();
    assertThat(views.one.isSettled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "HD\u0001and then something else altogether, quite long"})
  void garbageInPlaceOfACopyIsAMiss(String garbage) {
    var _ = redis.ask(it -> it.set(copyKey(), garbage));
    assertThat(other.sessions().find(owner, session.id())).contains(session);
  }

  @Test
  void aListInPlaceOfACopyIsAMiss() {
    var _ = redis.ask(it -> it.del(copyKey()));
    var _ = redis.ask(it -> it.rpush(copyKey(), "a", "b"));
    assertThat(other.sessions().find(owner, session.id())).contains(session);
  }

  @Test
  void aListInPlaceOfAGenerationIsAMiss() {
    var _ = redis.ask(it -> it.del(generationKey()));
    var _ = redis.ask(it -> it.rpush(generationKey(), "a", "b"));
    views.settle();
    assertThat(other.sessions().find(owner, session.id())).contains(session);
    assertEveryKeyHasATtl();
  }

  @Test
  void everyKeyHasATtl() {
    revoke();
    var _ = other.access().check(claims(bystander, Epoch.FIRST));
    views.settle();
    assertEveryKeyHasATtl();
  }

  @Test
  void theMarkOfAWriterThatDiedRunsOut() {
    // What a writer leaves that dies between its mark and its end.
    Fenced fenced = new Fenced(owner, Cache.Scope.ACCESS);
    RedisLink dead = RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
    new Generations(dead.port("Cache"), () -> "dead").begin(fenced, "dead");
    dead.close();
    assertThat(generation()).isEqualTo("dirty:dead");
    assertThat(ttl(generationKey())).isBetween(1L, Generations.MARK.toMillis());
    assertThat(ttl(Keys.writers(fenced))).isBetween(1L, Generations.MARK.toMillis());
    // A writer that lives does not end the mark of the dead one, which runs out alone.
    var _ = one.sessions().touch(owner, session.id(), clock.instant());
    assertThat(generation()).isEqualTo("dirty:dead");
    var _ = redis.ask(it -> it.pexpire(generationKey(), 1));
    var _ = redis.ask(it -> it.del(Keys.writers(fenced)));
    Await.until(SOON, () -> redis.ask(it -> it.exists(generationKey())) == 0);
    assertThat(other.sessions().find(owner, session.id())).contains(session);
    assertThat(generation()).doesNotStartWith("dirty:");
  }

  private void revoke() {
    assertThat(one.sessions().revoke(owner, session.id())).isEqualTo(new Sessions.Revoked());
  }

  private void assertRefused() {
    assertThat(one.sessions().find(owner, session.id())).isEmpty();
    assertThat(other.sessions().find(owner, session.id())).isEmpty();
  }

  private void assertLetIn(Session who) {
    assertThat(one.sessions().find(who.owner(), who.id())).contains(who);
    assertThat(other.sessions().find(who.owner(), who.id())).contains(who);
  }

  private AccessClaims claims(Session session, Epoch epoch) {
    TokenId id = Specimens.tokenId();
    return new AccessClaims(
        id,
        session.owner(),
        session.id(),
        epoch,
        clock.instant(),
        clock.instant().plusSeconds(1800));
  }

  private String generation() {
    return redis.ask(it -> it.get(generationKey()));
  }

  private long ttl(String key) {
    return redis.ask(it -> it.pttl(key));
  }

  private String copyKey() {
    return Keys.copy(new Cache.SessionById(owner, session.id()));
  }

  private String generationKey() {
    return Keys.generation(new Fenced(owner, Cache.Scope.ACCESS));
  }

  private void assertEveryKeyHasATtl() {
    List<String> keys = new ArrayList<>();
    KeyScanCursor<String> cursor = redis.ask(it -> it.scan(ScanArgs.Builder.limit(10_000)));
    keys.addAll(cursor.getKeys());
    assertThat(keys).isNotEmpty().allMatch(it -> it.startsWith("hd:" + Envelope.SCHEMA + ":"));
    assertThat(keys).allSatisfy(key -> assertThat(ttl(key)).isPositive());
  }
}

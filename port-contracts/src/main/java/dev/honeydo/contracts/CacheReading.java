package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was loaded is found again, and nothing else is. */
interface CacheReading extends CacheSubject {

  @Test
  @DisplayName("CACHE-1 what is not there is loaded, and answered and kept to the last byte")
  default void loads() {
    String longest = Specimens.BEE.repeat((SessionData.MOST_BYTES - 8) / 4);
    Session full =
        Held.session().withData(new SessionData("{\"k\":\"" + longest.substring(2) + "\"}"));
    Held held = new Held(Optional.of(full));
    Cache.SessionById key = key();
    assertThat(cache().read(key, held)).contains(full);
    settle();
    assertThat(cache().read(key, held)).contains(full);
  }

  @Test
  @DisplayName("CACHE-2 what was loaded is answered again without loading")
  default void remembers() {
    Held held = Held.something();
    Cache.SessionById key = key();
    Optional<Session> first = cache().read(key, held);
    settle();
    assertThat(cache().read(key, held)).isEqualTo(first);
    assertThat(held.loads()).isEqualTo(1);
  }

  @Test
  @DisplayName("CACHE-3 that there is nothing is answered again without loading")
  default void remembersAbsence() {
    Held held = new Held(Optional.empty());
    Cache.SessionById key = key();
    assertThat(cache().read(key, held)).isEmpty();
    settle();
    assertThat(cache().read(key, held)).isEmpty();
    assertThat(held.loads()).isEqualTo(1);
  }

  @Test
  @DisplayName("CACHE-4 what is known of an access token is kept whole")
  default void remembersAccess() {
    UserId owner = Specimens.userId();
    Session session = Specimens.session(owner, Specimens.NOW);
    Cache.Access key = new Cache.Access(owner, session.id(), Specimens.tokenId());
    Cache.Known known =
        new Cache.Known(new RevokedTokens.Standing(true, new Epoch(7)), Optional.of(session));
    assertThat(cache().read(key, () -> known)).isEqualTo(known);
    settle();
    assertThat(cache().read(key, throwing(new IllegalStateException("loaded again"))))
        .isEqualTo(known);
  }

  @Test
  @DisplayName("CACHE-5 a session found by its id is kept apart from all others")
  default void tellsIdsApart() {
    Cache.SessionById key = key();
    Held held = Held.something();
    Held other = Held.something();
    assertThat(cache().read(key, held)).isEqualTo(held.now());
    assertThat(cache().read(new Cache.SessionById(key.owner(), Specimens.sessionId()), other))
        .isEqualTo(other.now());
    assertThat(cache().read(new Cache.SessionById(Specimens.userId(), key.id()), other))
        .isEqualTo(other.now());
  }

  @Test
  @DisplayName("CACHE-6 a session found by its token is kept apart from all others")
  default void tellsTokensApart() {
    UserId owner = Specimens.userId();
    Held held = Held.something();
    Held other = Held.something();
    var key = new Cache.SessionByToken(owner, Specimens.tokenHash());
    assertThat(cache().read(key, held)).isEqualTo(held.now());
    assertThat(cache().read(new Cache.SessionByToken(owner, Specimens.tokenHash()), other))
        .isEqualTo(other.now());
    assertThat(cache().read(key, other)).isEqualTo(held.now());
  }

  @Test
  @DisplayName("CACHE-7 access by one token is kept apart from access by another")
  default void tellsAccessApart() {
    UserId owner = Specimens.userId();
    SessionId session = Specimens.sessionId();
    Cache.Known good = known(false);
    Cache.Known revoked = known(true);
    assertThat(cache().read(new Cache.Access(owner, session, Specimens.tokenId()), () -> good))
        .isEqualTo(good);
    assertThat(cache().read(new Cache.Access(owner, session, Specimens.tokenId()), () -> revoked))
        .isEqualTo(revoked);
  }

  @Test
  @DisplayName("CACHE-8 what the loader throws is thrown")
  default void throwsWhatTheLoaderThrows() {
    IllegalStateException bug = new IllegalStateException("a loader's bug");
    assertThatThrownBy(() -> cache().read(key(), throwing(bug))).isSameAs(bug);
  }

  @Test
  @DisplayName("CACHE-9 where nothing is known, that the record is unavailable is thrown")
  default void throwsUnavailable() {
    PortUnavailable gone = gone();
    assertThatThrownBy(() -> cache().read(key(), throwing(gone))).isSameAs(gone);
  }

  @Test
  @DisplayName("CACHE-10 that a loader threw is not remembered")
  default void forgetsWhatWasThrown() {
    Cache.SessionById key = key();
    Held held = Held.something();
    assertThatThrownBy(() -> cache().read(key, throwing(gone())))
        .isInstanceOf(PortUnavailable.class);
    assertThat(cache().read(key, held)).isEqualTo(held.now());
  }

  @Test
  @DisplayName("CACHE-11 of many that ask at once one loads")
  default void loadsOnce() {
    Cache.SessionById key = key();
    Held held = Held.something();
    CountDownLatch asking = new CountDownLatch(Race.CONTENDERS);
    List<Optional<Session>> answers =
        Race.run(_ -> {
          asking.countDown();
          return cache()
              .read(
                  key,
                  () -> {
                    Race.await(asking);
                    return held.get();
                  });
        });
    assertThat(answers).containsOnly(held.now());
    assertThat(held.loads()).isEqualTo(1);
  }

  /** A key of nobody else's. */
  static Cache.SessionById key() {
    return new Cache.SessionById(Specimens.userId(), Specimens.sessionId());
  }

  /** That the record is away. */
  static PortUnavailable gone() {
    return new PortUnavailable("Sessions", "find", new IOException("made unavailable by a test"));
  }

  /** A loader that throws. */
  static <V> Supplier<V> throwing(RuntimeException thrown) {
    return () -> {
      throw thrown;
    };
  }

  private static Cache.Known known(boolean revoked) {
    return new Cache.Known(new RevokedTokens.Standing(revoked, Epoch.FIRST), Optional.empty());
  }
}

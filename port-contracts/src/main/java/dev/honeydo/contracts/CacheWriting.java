package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.auth.Session;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A write ends the copies of its owner's, and those alone. */
interface CacheWriting extends CacheSubject {

  @Test
  @DisplayName("CACHE-12 a write makes its change once, and answers what that answers")
  default void changes() {
    Held held = Held.something();
    Optional<Session> answer = cache().write(Specimens.userId(), Scope.ACCESS, held);
    assertThat(answer).isEqualTo(held.now());
    assertThat(held.loads()).isEqualTo(1);
  }

  @Test
  @DisplayName("CACHE-13 what a change throws is thrown")
  default void throwsWhatTheChangeThrows() {
    IllegalStateException bug = new IllegalStateException("a change's bug");
    assertThatThrownBy(
            () -> cache().write(Specimens.userId(), Scope.ACCESS, CacheReading.throwing(bug)))
        .isSameAs(bug);
  }

  @Test
  @DisplayName("CACHE-14 after a write its own view loads anew")
  default void ends() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    Optional<Session> changed = cache().write(key.owner(), Scope.ACCESS, held::change);
    assertThat(cache().read(key, held)).isEqualTo(changed);
  }

  @Test
  @DisplayName("CACHE-15 after a write another view loads anew")
  default void endsElsewhere() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = anotherView().read(key, held);
    settle();
    Optional<Session> _ = anotherView().read(key, held);
    Optional<Session> changed = cache().write(key.owner(), Scope.ACCESS, held::change);
    settle();
    assertThat(anotherView().read(key, held)).isEqualTo(changed);
  }

  @Test
  @DisplayName("CACHE-16 a write ends every copy of its owner's, of whatever kind")
  default void endsAll() {
    Cache.SessionById key = CacheReading.key();
    var byToken = new Cache.SessionByToken(key.owner(), Specimens.tokenHash());
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    Optional<Session> _ = cache().read(byToken, held);
    Optional<Session> changed = cache().write(key.owner(), Scope.ACCESS, held::change);
    assertThat(cache().read(key, held)).isEqualTo(changed);
    assertThat(cache().read(byToken, held)).isEqualTo(changed);
  }

  @Test
  @DisplayName("CACHE-17 a write whose change throws ends copies too")
  default void endsWhenThrown() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    assertThatThrownBy(() ->
            cache()
                .write(
                    key.owner(),
                    Scope.ACCESS,
                    () -> {
                      Optional<Session> _ = held.change();
                      throw CacheReading.gone();
                    }))
        .isInstanceOf(PortUnavailable.class);
    assertThat(cache().read(key, held)).isEqualTo(held.now());
  }

  @Test
  @DisplayName("CACHE-18 a write leaves the copies of others alone")
  default void sparesOthers() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    settle();
    Optional<Session> _ = cache().write(Specimens.userId(), Scope.ACCESS, held::change);
    Optional<Session> _ = cache().read(key, held);
    assertThat(held.loads()).isEqualTo(1);
  }

  @Test
  @DisplayName("CACHE-19 what is loaded after a write is remembered")
  default void remembersAgain() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().write(key.owner(), Scope.ACCESS, held::change);
    settle();
    Optional<Session> first = cache().read(key, held);
    settle();
    assertThat(cache().read(key, held)).isEqualTo(first);
    assertThat(held.loads()).isEqualTo(1);
  }
}

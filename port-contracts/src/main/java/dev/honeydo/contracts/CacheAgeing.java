package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.auth.Session;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A copy answers by itself for two seconds, and for a minute where the record cannot. */
interface CacheAgeing extends CacheSubject {

  @Test
  @DisplayName("CACHE-26 a copy does not answer by itself from its second second on")
  default void loadsAnewWhenOld() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    elapse(Duration.ofSeconds(2));
    Optional<Session> changed = held.change();
    assertThat(cache().read(key, held)).isEqualTo(changed);
  }

  @Test
  @DisplayName("CACHE-27 a copy is as old as its load's beginning, not as its end")
  default void agesWhileLoading() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ =
        cache()
            .read(
                key,
                () -> {
                  Optional<Session> before = held.get();
                  elapse(Duration.ofSeconds(2));
                  return before;
                });
    Optional<Session> changed = held.change();
    assertThat(cache().read(key, held)).isEqualTo(changed);
  }

  @Test
  @DisplayName("CACHE-28 where the record is unavailable a copy answers until it is a minute old")
  default void standsIn() {
    Cache.SessionById key = CacheReading.key();
    Optional<Session> first = cache().read(key, Held.something());
    elapse(Duration.ofMinutes(1).minusMillis(1));
    assertThat(cache().read(key, CacheReading.throwing(CacheReading.gone()))).isEqualTo(first);
  }

  @Test
  @DisplayName("CACHE-29 where the record is unavailable a copy of a minute does not answer")
  default void standsInNoLonger() {
    Cache.SessionById key = CacheReading.key();
    Optional<Session> _ = cache().read(key, Held.something());
    elapse(Duration.ofMinutes(1));
    assertThatThrownBy(() -> cache().read(key, CacheReading.throwing(CacheReading.gone())))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  @DisplayName("CACHE-30 where the record is unavailable no copy from before a write answers")
  default void standsInForNothingWritten() {
    Cache.SessionById key = CacheReading.key();
    Held held = Held.something();
    Optional<Session> _ = cache().read(key, held);
    Optional<Session> _ = cache().write(key.owner(), Scope.ACCESS, held::change);
    assertThatThrownBy(() -> cache().read(key, CacheReading.throwing(CacheReading.gone())))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  @DisplayName("CACHE-31 a copy does not answer for a loader that has a bug")
  default void hidesNoBug() {
    Cache.SessionById key = CacheReading.key();
    Optional<Session> _ = cache().read(key, Held.something());
    elapse(Duration.ofSeconds(2));
    IllegalStateException bug = new IllegalStateException("a loader's bug");
    assertThatThrownBy(() -> cache().read(key, CacheReading.throwing(bug))).isSameAs(bug);
  }

  private void elapse(Duration time) {
    assumeTrue(clock().isPresent(), "copies age by a server's own clock");
    clock().orElseThrow().elapse(time);
  }
}

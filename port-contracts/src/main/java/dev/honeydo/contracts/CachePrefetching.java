package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That something was likely to be read changes nothing but how long that takes. */
interface CachePrefetching extends CacheSubject {

  @Test
  @DisplayName("CACHE-47 work is done once, and what it answers or throws comes back")
  default void doesWorkOnce() {
    AtomicInteger done = new AtomicInteger();
    assertThat(cache().<Integer>prefetching(_ -> Optional.empty(), done::incrementAndGet))
        .isEqualTo(1);
    assertThat(done).hasValue(1);
    IllegalStateException bug = new IllegalStateException("a bug");
    Supplier<String> failing =
        () -> {
          throw bug;
        };
    assertThatThrownBy(() -> cache().prefetching(_ -> Optional.empty(), failing)).isSameAs(bug);
  }

  @Test
  @DisplayName("CACHE-48 what was likely to be read is loaded once where there is no copy")
  default void loadsWhatIsNotThere() {
    Two two = Two.ofSomebody();
    Held who = Held.something();
    Held what = Held.something();
    for (int time = 0; time < 3; time++) {
      assertThat(
              cache()
                  .<Optional<Session>>prefetching(
                      two.likely(),
                      () -> {
                        assertThat(cache().read(two.first(), who)).isEqualTo(who.now());
                        return cache().read(two.next(), what);
                      }))
          .isEqualTo(what.now());
      settle();
    }
    assertThat(what.loads()).isEqualTo(1);
  }

  @Test
  @DisplayName("CACHE-49 what is written here before it is read is what is read")
  default void missesNoWriteOfItsOwn() {
    Two two = Two.ofSomebodyById();
    Held what = Held.something();
    assertThat(cache().read(two.next(), what)).isEqualTo(what.now());
    settle();
    assertThat(
            cache()
                .<Optional<Session>>prefetching(
                    two.likely(),
                    () -> {
                      var _ = cache().read(two.first(), Held.something());
                      var _ = cache().write(two.owner(), two.next().scope(), what::change);
                      return cache().read(two.next(), what);
                    }))
        .isEqualTo(what.now());
  }

  @Test
  @DisplayName("CACHE-50 what was likely to be read is not left for a later read")
  default void keepsNothing() {
    Two two = Two.ofSomebody();
    Held who = Held.something();
    Held what = Held.something();
    assertThat(cache().read(two.next(), what)).isEqualTo(what.now());
    settle();
    for (int time = 0; time < 2; time++) {
      assertThat(cache().prefetching(two.likely(), () -> cache().read(two.first(), who)))
          .isEqualTo(who.now());
    }
    writeElsewhere(two, what);
    assertThat(cache().read(two.next(), what)).isEqualTo(what.now());
    Optional<Session> second =
        cache()
            .prefetching(
                two.likely(),
                () -> {
                  assertThat(cache().read(two.first(), who)).isEqualTo(who.now());
                  assertThat(cache().read(two.next(), what)).isEqualTo(what.now());
                  writeElsewhere(two, what);
                  return cache().read(two.next(), what);
                });
    assertThat(second).isEqualTo(what.now());
  }

  private void writeElsewhere(Two two, Held what) {
    var _ = anotherView().write(two.owner(), two.next().scope(), what::change);
    settle();
  }

  /** What says who is let in, and what is likely to be read after it. */
  record Two(UserId owner, Cache.SessionById first, Cache.Key<Optional<Session>> next) {
    static Two ofSomebody() {
      UserId owner = Specimens.userId();
      return new Two(
          owner, some(owner), new Cache.SessionByToken(owner, new SessionTokenHash("likely")));
    }

    static Two ofSomebodyById() {
      UserId owner = Specimens.userId();
      return new Two(owner, some(owner), some(owner));
    }

    private static Cache.SessionById some(UserId owner) {
      return new Cache.SessionById(owner, Specimens.session(owner, Specimens.NOW).id());
    }

    Cache.Next likely() {
      return it -> it.equals(owner) ? Optional.of(next) : Optional.empty();
    }
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One at a time runs under a name. */
interface LocksExcluding extends LocksSubject {

  @Test
  @DisplayName("LOCK-1 an action that gets the lock runs once, and the answer is what it came to")
  default void runsOnce() {
    AtomicInteger runs = new AtomicInteger();
    var attempt = locks().tryRun(Specimens.lockName(), LEASE, runs::incrementAndGet);
    assertThat(attempt).isEqualTo(new Locks.Ran<>(1));
    assertThat(runs).hasValue(1);
  }

  @Test
  @DisplayName("LOCK-2 while an action runs no other runs under its name, and is told so at once")
  default void isBusy() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    AtomicInteger runs = new AtomicInteger();
    assertThat(locks().tryRun(name, LEASE, runs::incrementAndGet)).isEqualTo(new Locks.Busy<>());
    assertThat(runs).hasValue(0);
    assertThat(owner.end()).isEqualTo(new Locks.Ran<>("done"));
  }

  @Test
  @DisplayName("LOCK-3 another view is as busy")
  default void isBusyForOthers() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    assertThat(attempt(anotherView(), name)).isEqualTo(new Locks.Busy<>());
    var _ = owner.end();
  }

  @Test
  @DisplayName("LOCK-4 an action that tries its own lock is as busy")
  default void isBusyForItself() {
    LockName name = Specimens.lockName();
    var attempt = locks().tryRun(name, LEASE, () -> attempt(locks(), name));
    assertThat(attempt).isEqualTo(new Locks.Ran<>(new Locks.Busy<>()));
  }

  @Test
  @DisplayName("LOCK-5 once an action has ended the lock is free, for whoever comes next")
  default void isFreeAgain() {
    LockName name = Specimens.lockName();
    for (Locks next : List.of(locks(), anotherView(), anotherView(), locks())) {
      assertThat(attempt(next, name)).isEqualTo(new Locks.Ran<>("free"));
    }
  }

  @Test
  @DisplayName("LOCK-6 what an action throws comes out as it is")
  default void letsExceptionsOut() {
    RuntimeException thrown = new IllegalStateException("of the action");
    assertThatThrownBy(() -> throwing(Specimens.lockName(), thrown)).isSameAs(thrown);
  }

  @Test
  @DisplayName("LOCK-7 an action that throws frees the lock")
  default void isFreeAfterAnException() {
    LockName name = Specimens.lockName();
    assertThatThrownBy(() -> throwing(name, new IllegalStateException("of the action")))
        .isInstanceOf(RuntimeException.class);
    assertThat(attempt(anotherView(), name)).isEqualTo(new Locks.Ran<>("free"));
  }

  private Locks.Attempt<String> throwing(LockName name, RuntimeException exception) {
    return locks()
        .tryRun(
            name,
            LEASE,
            () -> {
              throw exception;
            });
  }

  @Test
  @DisplayName("LOCK-8 every name is a lock of its own")
  default void keepsNamesApart() {
    LockName name = Specimens.lockName();
    LockName longer = new LockName(name.value() + ".b");
    LockOwner owner = LockOwner.of(locks(), name);
    assertThat(attempt(locks(), longer)).isEqualTo(new Locks.Ran<>("free"));
    var _ = owner.end();
  }

  @Test
  @DisplayName("LOCK-9 of many that try at once exactly one runs")
  default void runsOneOfMany() {
    Race.repeat(
        rounds(),
        () -> {
          LockName name = Specimens.lockName();
          CountDownLatch all = new CountDownLatch(Race.CONTENDERS);
          var attempts =
              Race.run(number -> {
                Locks locks = number % 2 == 0 ? locks() : anotherView();
                Locks.Attempt<String> attempt =
                    locks.tryRun(name, LEASE, () -> untilAllHaveTried(all));
                if (attempt instanceof Locks.Busy) {
                  all.countDown();
                }
                return attempt;
              });
          assertThat(attempts).filteredOn(it -> !it.equals(new Locks.Busy<>())).hasSize(1);
        });
  }

  /** Each counts once: who runs as soon as they do, the others when they were answered. */
  private static String untilAllHaveTried(CountDownLatch all) {
    try {
      all.countDown();
      all.await();
      return "one";
    } catch (InterruptedException stopped) {
      throw new AssertionError("nobody interrupts it", stopped);
    }
  }

  @Test
  @DisplayName("LOCK-10 whoever cannot reach the store is busy")
  default void isBusyWhereNobodyCanTell() {
    Optional<Locks.Attempt<String>> attempt =
        unreachable().map(it -> attempt(it, Specimens.lockName()));
    assertThat(attempt.filter(it -> !it.equals(new Locks.Busy<>()))).isEmpty();
  }
}

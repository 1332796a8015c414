package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever stood still for too long is told, and is in nobody's way. */
interface LocksLosing extends LocksSubject {

  @Test
  @DisplayName("LOCK-14 whoever finds out that another had the lock meanwhile is told, nobody else")
  default void tellsWhoHasLost() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    boolean lost = isLost(name);
    assertThat(owner.end()).isInstanceOf(lost ? Locks.Lost.class : Locks.Ran.class);
  }

  @Test
  @DisplayName("LOCK-15 what an action came to that lost its lock is in the answer")
  default void keepsTheResult() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    lose(name);
    assertThat(owner.end()).isIn(new Locks.Lost<>(Optional.of("done")), new Locks.Ran<>("done"));
  }

  @Test
  @DisplayName("LOCK-16 what an action throws that lost its lock does not come out")
  default void keepsExceptionsIn() {
    LockName name = Specimens.lockName();
    RuntimeException thrown = new IllegalStateException("of the action");
    LockOwner owner =
        LockOwner.of(
            locks(),
            name,
            () -> {
              throw thrown;
            });
    boolean lost = isLost(name);
    try {
      assertThat(owner.end()).isEqualTo(new Locks.Lost<>(Optional.empty()));
    } catch (IllegalStateException came) {
      assertThat(lost).as("lost").isFalse();
    }
  }

  @Test
  @DisplayName("LOCK-17 whoever has lost a lock does not free it for who has it now")
  default void freesItsOwnAlone() {
    LockName name = Specimens.lockName();
    LockOwner first = LockOwner.of(locks(), name);
    lose(name);
    LockOwner second = LockOwner.of(anotherView(), name);
    var _ = first.end();
    var third = attempt(locks(), name);
    var ended = second.end();
    if (second.ran()) {
      assertThat(third).isEqualTo(new Locks.Busy<>());
      assertThat(ended).isEqualTo(new Locks.Ran<>("done"));
    }
  }
}

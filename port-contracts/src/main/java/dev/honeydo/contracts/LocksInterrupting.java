package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.LockName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An action that is to end is told so. */
interface LocksInterrupting extends LocksSubject {

  @Test
  @DisplayName("LOCK-11 interrupting the caller interrupts the action, which still has the lock")
  default void passesInterruptsOn() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    owner.interrupt();
    boolean told = owner.isInterrupted(patience());
    var _ = owner.end();
    assertThat(told).isTrue();
  }

  @Test
  @DisplayName("LOCK-12 an action that has lost its lock is interrupted")
  default void interruptsWhoHasLost() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    boolean told = !isLost(name) || owner.isInterrupted(patience());
    var _ = owner.end();
    assertThat(told).isTrue();
  }

  @Test
  @DisplayName("LOCK-13 the caller of an action that lost its lock is not left interrupted")
  default void leavesTheCallerAlone() {
    LockName name = Specimens.lockName();
    LockOwner owner = LockOwner.of(locks(), name);
    lose(name);
    var _ = owner.end();
    assertThat(owner.leftInterrupted()).isFalse();
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What must become of a call whose store is gone. */
final class Unreachable {
  private Unreachable() {}

  static void reports(String port, String operation, ThrowingCallable call) {
    assertThatThrownBy(call, "%s.%s of a store that is gone", port, operation)
        .isInstanceOfSatisfying(
            PortUnavailable.class,
            thrown -> {
              assertThat(thrown.port()).isEqualTo(port);
              assertThat(thrown.operation()).isEqualTo(operation);
            });
  }
}

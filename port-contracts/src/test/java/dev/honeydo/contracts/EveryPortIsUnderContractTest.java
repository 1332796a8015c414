package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** As {@code ReferenceContractsTest} shows it green, it is red where it would see nothing. */
final class EveryPortIsUnderContractTest {

  @Test
  void aPackageWithoutAdaptersIsNoPlaceForIt() {
    assertThatThrownBy(new contractfixtures.held.Misplaced()::noAdapterEscapesItsContract)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("classes in contractfixtures.held that implement a port");
  }
}

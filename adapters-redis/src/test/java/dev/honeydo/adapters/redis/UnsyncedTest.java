package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.contracts.Specimens;
import org.junit.jupiter.api.Test;

final class UnsyncedTest {
  private final Fenced ada = new Fenced(Specimens.userId(), Scope.ACCESS);
  private final Fenced bob = new Fenced(Specimens.userId(), Scope.ACCESS);
  private final Unsynced unsynced = new Unsynced(1);

  @Test
  void aWriteIsThereUntilTheServerWasTold() {
    long ticket = unsynced.add(ada);
    assertThat(unsynced.contains(ada)).isTrue();
    assertThat(unsynced.contains(bob)).isFalse();
    assertThat(unsynced.all()).containsEntry(ada, ticket);
    unsynced.settle(ada, ticket);
    assertThat(unsynced.contains(ada)).isFalse();
  }

  @Test
  void whatWasWrittenSinceIsNotSettled() {
    long before = unsynced.add(ada);
    var _ = unsynced.add(ada);
    unsynced.settle(ada, before);
    assertThat(unsynced.contains(ada)).isTrue();
  }

  @Test
  void onceThereIsNoRoomNobodyIsBelieved() {
    long first = unsynced.add(ada);
    long second = unsynced.add(bob);
    unsynced.settle(ada, first);
    assertThat(unsynced.contains(ada)).isTrue();
    assertThat(unsynced.overflows()).isEqualTo(second);
    unsynced.settleOverflow(first);
    assertThat(unsynced.contains(ada)).isTrue();
    unsynced.settleOverflow(second);
    assertThat(unsynced.contains(ada)).isFalse();
    assertThat(unsynced.contains(bob)).isFalse();
  }
}

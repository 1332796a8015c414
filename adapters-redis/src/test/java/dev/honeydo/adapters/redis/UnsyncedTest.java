package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.contracts.Specimens;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnsyncedTest {
  private final Fenced ada = new Fenced(Specimens.userId(), Scope.ACCESS);
  private final Fenced bob = new Fenced(Specimens.userId(), Scope.ACCESS);
  private final Fenced todosOfAda = new Fenced(ada.owner(), Scope.TODOS);
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
  void onceThereIsNoRoomNobodyIsBelievedInThatScope() {
    long first = unsynced.add(ada);
    long second = unsynced.add(bob);
    unsynced.settle(ada, first);
    assertThat(unsynced.contains(ada)).isTrue();
    assertThat(unsynced.contains(todosOfAda)).isFalse();
    assertThat(unsynced.allScopes()).containsOnly(Map.entry(Scope.ACCESS, second));
    unsynced.settle(Scope.ACCESS, first);
    assertThat(unsynced.contains(ada)).isTrue();
    unsynced.settle(Scope.ACCESS, second);
    assertThat(unsynced.contains(ada)).isFalse();
    assertThat(unsynced.contains(bob)).isFalse();
    assertThat(unsynced.isEmpty()).isTrue();
  }

  @Test
  void aWholeScopeIsThereUntilTheServerWasTold() {
    unsynced.addAll(Scope.TODOS);
    assertThat(unsynced.contains(todosOfAda)).isTrue();
    assertThat(unsynced.contains(ada)).isFalse();
    assertThat(unsynced.isEmpty()).isFalse();
  }
}

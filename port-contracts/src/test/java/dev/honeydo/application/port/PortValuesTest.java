package dev.honeydo.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Todo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortValuesTest {
  private static final Todo TODO = Specimens.todo();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 100})
  void aPageCanBeThatLong(int limit) {
    assertThat(new PageRequest(limit, Optional.empty()).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void aPageCannotBeThatLong(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(limit, Optional.empty()));
  }

  @Test
  void whereThereIsMoreTheNextPageBeginsBehindTheLastItem() {
    assertThat(new TodoPage(List.of(Specimens.todo(), TODO), true).next())
        .contains(TodoPosition.of(TODO));
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(new TodoPage(List.of(TODO), false).next()).isEqualTo(Optional.empty());
    assertThat(new TodoPage(List.of(), false).next()).isEqualTo(Optional.empty());
  }

  @Test
  void anEmptyPageIsTheLast() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TodoPage(List.of(), true));
  }

  @Test
  void whatIsUnavailableIsNamed() {
    IOException cause = new IOException("connection reset");
    assertThat(new PortUnavailable("Todos", "find", cause))
        .hasMessage("Todos.find is unavailable")
        .hasCause(cause)
        .returns("Todos", PortUnavailable::port)
        .returns("find", PortUnavailable::operation);
  }
}

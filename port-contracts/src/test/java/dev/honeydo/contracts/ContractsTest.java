package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause of every contract can be told by its id. */
final class ContractsTest {

  static List<? extends Class<?>> contracts() {
    return Clauses.contracts();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void clausesAreNumberedFromOneOn(Class<?> contract) {
    List<String> ids = Clauses.namesOf(contract).stream().map(Clauses::idOf).toList();
    String prefix = ids.getFirst().substring(0, ids.getFirst().indexOf('-'));
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, ids.size()).mapToObj(it -> prefix + "-" + it).toList());
  }

  @Test
  void noTwoContractsShareAnId() {
    assertThat(contracts().stream().flatMap(it -> Clauses.namesOf(it).stream()).map(Clauses::idOf))
        .doesNotHaveDuplicates();
  }

  @Test
  void noTwoClausesSayTheSameOfOneContract() {
    Stream<String> names = contracts().stream().flatMap(it -> Clauses.namesOf(it).stream());
    assertThat(names.map(it -> it.replaceFirst("-\\d+", ""))).doesNotHaveDuplicates();
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * That each clause of a contract bites.
 *
 * @param subject the contract's test over the double that {@link DefectParameter} names
 */
record ContractProof<P>(Class<?> contract, Class<?> subject, List<WrongDouble<P>> doubles) {

  /**
   * A test for each double that the clause it names goes red and no other, and one that none is
   * left out.
   */
  Stream<DynamicTest> tests() {
    assertThat(doubles.stream().map(WrongDouble::defect)).doesNotHaveDuplicates();
    return Stream.concat(
        Stream.of(dynamicTest("every clause has a wrong double", this::assertComplete)),
        doubles.stream().map(it -> dynamicTest(it.toString(), () -> assertFoundOut(it))));
  }

  private void assertComplete() {
    Set<String> named = new TreeSet<>();
    doubles.forEach(it -> named.add(it.clause()));
    Set<String> spared = new TreeSet<>(clauses());
    spared.removeAll(named);
    assertThat(spared)
        .as("clauses of %s that no wrong double breaks", contract.getSimpleName())
        .isEmpty();
    assertThat(named).as("clauses that its wrong doubles name").isSubsetOf(clauses());
  }

  private void assertFoundOut(WrongDouble<P> wrong) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(DefectParameter.KEY, wrong.defect())
            .selectors(selectClass(subject))
            .execute()
            .testEvents();
    Set<String> red =
        Clauses.idsOf(
            tests.failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList());
    assertThat(tests.finished().count()).as("clauses that ran").isEqualTo(clauses().size());
    assertThat(red)
        .as("clauses that go red when an adapter %s", wrong.defect())
        .containsExactly(wrong.clause());
  }

  private Set<String> clauses() {
    return Clauses.idsOf(Clauses.namesOf(contract));
  }
}

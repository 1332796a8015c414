package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The clauses of a contract, and the proof that each of them bites. */
final class Clauses {
  private Clauses() {}

  /** The display name of every clause. */
  static List<String> namesOf(Class<?> contract) {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getAnnotation(DisplayName.class).value())
        .toList();
  }

  /** The id with which a display name begins. */
  static String idOf(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  /**
   * A test for each double that the clauses it names go red, and one that no clause is left out.
   *
   * @param subject the contract's test over the double that {@link DefectParameter} names
   */
  static <P> Stream<DynamicTest> proofs(
      Class<?> contract, Class<?> subject, List<WrongDouble<P>> doubles) {
    Set<String> all = idsOf(namesOf(contract));
    assertThat(doubles.stream().map(WrongDouble::defect)).doesNotHaveDuplicates();
    DynamicTest complete =
        dynamicTest(
            "every clause has a wrong double",
            () -> {
              Set<String> broken = new TreeSet<>();
              doubles.forEach(it -> broken.addAll(it.clauses()));
              assertThat(all).as("clauses against those that a double breaks").isSubsetOf(broken);
              assertThat(broken).as("clauses that doubles name").isSubsetOf(all);
            });
    return Stream.concat(
        Stream.of(complete),
        doubles.stream()
            .map(it -> dynamicTest(it.toString(), () -> assertFoundOut(it, subject, all.size()))));
  }

  private static void assertFoundOut(WrongDouble<?> wrong, Class<?> subject, int clauses) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(DefectParameter.KEY, wrong.defect())
            .selectors(selectClass(subject))
            .execute()
            .testEvents();
    Set<String> red =
        idsOf(
            tests.failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList());
    assertThat(tests.finished().count()).as("clauses that ran").isEqualTo(clauses);
    if (wrong.alone()) {
      assertThat(red).as("clauses that went red").isEqualTo(new TreeSet<>(wrong.clauses()));
    } else {
      assertThat(red).as("clauses that went red").containsAll(wrong.clauses());
    }
  }

  private static Set<String> idsOf(List<String> names) {
    return names.stream().map(Clauses::idOf).collect(Collectors.toCollection(TreeSet::new));
  }
}

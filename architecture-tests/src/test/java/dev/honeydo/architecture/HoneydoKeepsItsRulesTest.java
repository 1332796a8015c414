package dev.honeydo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** This code base keeps every rule, and every rule sees this code base. */
final class HoneydoKeepsItsRulesTest {
  private static final Rules RULES =
      Rules.over(Honeydo.ROOT, Honeydo.MAIN, Honeydo.ALL)
          .except(List.of(HoneydoExemption.values()));

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theRuleHolds(Rule rule) {
    RULES.check(rule);
  }

  @Test
  void noExemptionIsStale() {
    assertThat(RULES.stale()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(HoneydoExemption.class)
  void anExemptionHasAReason(HoneydoExemption exemption) {
    assertThat(exemption.reason()).hasSizeGreaterThan(20).endsWith(".");
  }

  @TestFactory
  Stream<DynamicTest> everyNameThatARuleUsesIsAlive() {
    return Stream.of(Rule.values())
        .flatMap(rule -> rule.literals(Honeydo.ROOT).stream().map(it -> new Use(rule, it)))
        .distinct()
        .map(it ->
            DynamicTest.dynamicTest(
                it.rule.id() + " " + it.literal,
                () ->
                    assertThat(it.literal.isAlive(Honeydo.MAIN))
                        .as("%s of %s matches something", it.literal, it.rule)
                        .isTrue()));
  }

  private record Use(Rule rule, Literal literal) {}

  static List<Path> outputs() {
    return Honeydo.outputs();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theClassesOfEveryModuleAreSeen(Path output) {
    assertThat(output).as("what the compiler makes: build the whole project").isDirectory();
  }

  @Test
  void nothingIsLeftOfWhatWouldWeakenEveryRule() {
    assertThat(List.of("archunit.properties", "archunit_ignore_patterns.txt"))
        .allSatisfy(it -> assertThat(getClass().getClassLoader().getResource(it)).isNull());
  }
}

package dev.honeydo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule catches what it is there to catch, names it, and leaves the rest alone. */
final class RulesBiteTest {

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRuleHasFixtures(Rule rule) {
    assertThat(Fixture.bad(rule).culprits())
        .as("classes named Bad… in package %s", Fixture.bad(rule).root())
        .isNotEmpty();
    assertThat(Fixture.good(rule).classes())
        .as("classes in package %s", Fixture.good(rule).root())
        .isNotEmpty();
    assertThat(Fixture.good(rule).culprits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatBreaksARuleIsNamedAndNothingElse(Rule rule) {
    Fixture bad = Fixture.bad(rule);
    String all = String.join("\n", bad.complaints());
    assertThat(bad.culprits()).allSatisfy(it -> assertThat(all).contains(it));
    assertThat(bad.complaints()).allMatch(line -> bad.culprits().stream().anyMatch(line::contains));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theFailureTellsWhatToDoInstead(Rule rule) {
    Fixture bad = Fixture.bad(rule);
    assertThatThrownBy(() -> rule.on(bad.root()).check(bad.classes()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.id() + ": " + rule.holds())
        .hasMessageContaining("Instead: " + rule.instead())
        .hasMessageContaining(bad.culprits().getFirst());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatKeepsARuleIsLeftAlone(Rule rule) {
    Fixture good = Fixture.good(rule);
    rule.on(good.root()).check(good.classes());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRuleThatSeesNothingIsRed(Rule rule) {
    assertThatThrownBy(() -> rule.on("nowhere").check(Fixture.allBelow("nowhere")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void noTwoRulesShareAnIdOrAText() {
    assertThat(Rule.values()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(Rule.values()).extracting(Rule::holds).doesNotHaveDuplicates();
    assertThat(Rule.values()).extracting(Rule::instead).doesNotHaveDuplicates();
  }
}

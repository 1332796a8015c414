package dev.honeydo.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules as somebody else's code base uses them: a small hexagon below its own root. */
final class RulesTest {
  private static final String ROOT = "archsample";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
  private static final Rules SAMPLE =
      Rules.over(ROOT, ALL.that(DescribedPredicate.not(nameMatching(".*Test"))), ALL);

  private static Rules rulesFor(String root, JavaClasses classes) {
    return Rules.over(root, classes, classes);
  }

  @Test
  void aHexagonOfAnotherNameKeepsThem() {
    SAMPLE.check();
  }

  @Test
  void aRuleThatHasNothingToLookAtIsBroken() {
    Fixture good = Fixture.good(Rule.NOBODY_SLEEPS);
    assertThat(rulesFor(good.root(), good.classes()).broken())
        .anyMatch(it -> it.contains("'R1: ") && it.contains("failed to check any classes"));
  }

  @Test
  void aRuleCanBeLeftOut() {
    Fixture good = Fixture.good(Rule.NOBODY_SLEEPS);
    assertThat(rulesFor(good.root(), good.classes()).without(Rule.DOMAIN_IS_PURE).broken())
        .isNotEmpty()
        .noneMatch(it -> it.contains("'R1: "));
  }

  @Test
  void aNameThatMatchesNothingIsTold() {
    assertThat(SAMPLE.unused())
        .contains(new Literal.OwnPackage(ROOT + ".adapters.security.."))
        .doesNotContain(new Literal.OwnPackage(ROOT + ".bootstrap.."));
  }

  @Test
  void whatIsBrokenIsSaidTogether() {
    Fixture bad = Fixture.bad(Rule.TIME_COMES_IN);
    Rules rules = rulesFor(bad.root(), bad.classes());
    assertThatThrownBy(rules::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("R17: ")
        .hasMessageContaining("take an InstantSource in the constructor")
        .hasMessageContaining("archfixtures.r17.bad.adapters.sqlite.BadStopwatch.nanos()")
        .hasMessageContaining("R8: ");
    assertThatThrownBy(() -> rules.check(Rule.TIME_COMES_IN)).hasMessageNotContaining("R8: ");
  }

  @Test
  void librariesOfOnesOwnHaveHomesToo() {
    Fixture good = Fixture.good(Rule.VENDORS_STAY_HOME);
    Vendor jdbc = new Vendor("java.sql..", "adapters.sqlite..");
    Vendor bson = new Vendor("org.bson..", "adapters.mongo..");
    Vendor astray = new Vendor("org.bson..", "adapters.sqlite..");

    Vendor.walls(good.root(), List.of(jdbc, bson)).check(good.classes());
    assertThat(
            Vendor.walls(good.root(), List.of(jdbc, astray))
                .evaluate(good.classes())
                .getFailureReport()
                .getDetails())
        .isNotEmpty()
        .allMatch(it -> it.endsWith("this library lives in [adapters.sqlite..]"));
  }

  @Test
  void codeOnTheClassPathIsFoundByItsRoot() {
    Rules.in("dev.honeydo.domain").check(Rule.NOBODY_SLEEPS);
  }

  @Test
  void anExemptionLetsOneClassBreakOneRule() {
    Fixture bad = Fixture.bad(Rule.TIME_COMES_IN);
    Rules rules = rulesFor(bad.root(), bad.classes());
    Leave stopwatch = new Leave(Rule.TIME_COMES_IN, bad.root() + ".adapters.sqlite.BadStopwatch");
    Leave notes = new Leave(Rule.TIME_COMES_IN, bad.root() + ".adapters.sqlite.BadNotes");

    assertThatThrownBy(() -> rules.except(List.of(stopwatch)).check(Rule.TIME_COMES_IN))
        .hasMessageContaining("BadNotes")
        .hasMessageNotContaining("BadStopwatch");
    rules.except(List.of(stopwatch, notes)).check(Rule.TIME_COMES_IN);
    assertThat(rules.except(List.of(stopwatch, notes)).stale()).isEmpty();
  }

  @Test
  void anExemptionThatNobodyNeedsIsStale() {
    Fixture bad = Fixture.bad(Rule.TIME_COMES_IN);
    Rules rules = rulesFor(bad.root(), bad.classes());
    Leave otherRule = new Leave(Rule.NOBODY_SLEEPS, bad.root() + ".adapters.sqlite.BadStopwatch");
    Leave noSuchClass = new Leave(Rule.TIME_COMES_IN, bad.root() + ".adapters.sqlite.BadStop");

    assertThat(rules.except(List.of(otherRule, noSuchClass)).stale())
        .containsExactly(otherRule, noSuchClass);
  }

  @Test
  void anExemptionLetsOneMethodBreakOneRule() {
    Fixture bad = Fixture.bad(Rule.OWNERS_COME_FIRST);
    Rules rules = rulesFor(bad.root(), bad.classes());
    String todos = bad.root() + ".application.port.Todos";
    Leave find = new Leave(Rule.OWNERS_COME_FIRST, todos, Optional.of("badFind"));
    Leave all = new Leave(Rule.OWNERS_COME_FIRST, todos, Optional.of("badAll"));
    Leave good = new Leave(Rule.OWNERS_COME_FIRST, todos, Optional.of("find"));

    assertThatThrownBy(() -> rules.except(List.of(find)).check(Rule.OWNERS_COME_FIRST))
        .hasMessageContaining("Todos.badAll(")
        .hasMessageNotContaining("Todos.badFind(");
    rules.except(List.of(find, all)).check(Rule.OWNERS_COME_FIRST);
    assertThat(rules.except(List.of(find, all, good)).stale()).containsExactly(good);
  }

  private record Leave(Rule rule, String className, Optional<String> method) implements Exemption {
    Leave(Rule rule, String className) {
      this(rule, className, Optional.empty());
    }

    @Override
    public String reason() {
      return "This is a test.";
    }
  }
}

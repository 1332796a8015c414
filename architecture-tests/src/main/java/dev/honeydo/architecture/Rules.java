package dev.honeydo.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every rule, for the code below one root package.
 *
 * <p>In a test of a module that has the whole application on its class path:
 *
 * <pre>{@code
 * @Test
 * void theHexagonHolds() {
 *   Rules.in("com.example.shop").check();
 * }
 * }</pre>
 *
 * <p>The packages below the root are those of Honeydo: {@code domain}, {@code
 * application.<feature>}, {@code application.port}, {@code adapters.<technology>} and {@code
 * bootstrap}. What differs is left out by {@link #without}, one rule at a time, or allowed by
 * {@link #except}, one class or method at a time.
 *
 * <p>Libraries differ, so {@link Rule#VENDORS_STAY_HOME} is to be left out and {@link Vendor#walls}
 * checked in its place.
 *
 * <p>Immutable.
 */
public final class Rules {
  private final String root;
  private final JavaClasses main;
  private final JavaClasses tests;
  private final Set<Rule> chosen;
  private final List<Exemption> exemptions;

  private Rules(
      String root,
      JavaClasses main,
      JavaClasses tests,
      Set<Rule> chosen,
      List<Exemption> exemptions) {
    this.root = root;
    this.main = main;
    this.tests = tests;
    this.chosen = chosen;
    this.exemptions = exemptions;
  }

  /** The rules for everything below {@code root} that is on the class path. */
  public static Rules in(String root) {
    ClassFileImporter importer = new ClassFileImporter();
    return over(
        root,
        importer
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root),
        importer.importPackages(root));
  }

  /**
   * The rules for classes that somebody else has imported.
   *
   * @param main what ships
   * @param tests the tests, and what ships
   */
  public static Rules over(String root, JavaClasses main, JavaClasses tests) {
    return new Rules(root, main, tests, EnumSet.allOf(Rule.class), List.of());
  }

  /** These rules but for one that does not fit the code. */
  public Rules without(Rule rule) {
    Set<Rule> rest = EnumSet.copyOf(chosen);
    rest.remove(rule);
    return new Rules(root, main, tests, rest, exemptions);
  }

  /** These rules with leave to break them where there is a reason. */
  public Rules except(List<? extends Exemption> exemptions) {
    List<Exemption> all = Stream.concat(this.exemptions.stream(), exemptions.stream()).toList();
    return new Rules(root, main, tests, chosen, all);
  }

  /** Throws what {@link #broken} says, if it says anything. */
  public void check() {
    List<String> broken = broken();
    if (!broken.isEmpty()) {
      throw new AssertionError(broken.stream().collect(joining("\n\n", "", "\n")));
    }
  }

  /** Throws what is wrong with one rule, if anything is. */
  public void check(Rule rule) {
    complaint(rule, exemptionsFrom(rule))
        .ifPresent(it -> {
          throw new AssertionError(it);
        });
  }

  /** For each rule that is broken: what it forbids, what to do instead, and each place. */
  public List<String> broken() {
    return chosen.stream().flatMap(rule -> complaint(rule, exemptionsFrom(rule)).stream()).toList();
  }

  /** The exemptions that could go, since the class keeps the rule without them. */
  public List<Exemption> stale() {
    List<Exemption> stale = new ArrayList<>();
    for (Exemption exemption : exemptions) {
      List<Exemption> others = new ArrayList<>(exemptionsFrom(exemption.rule()));
      others.remove(exemption);
      Pattern culprit = Pattern.compile(Pattern.quote(exemption.culprit()) + "(?!\\w)");
      if (complaint(exemption.rule(), others).filter(culprit.asPredicate()).isEmpty()) {
        stale.add(exemption);
      }
    }
    return List.copyOf(stale);
  }

  /**
   * The names that rules use and that match nothing here. What a rule says of them it says of
   * nobody: a package that was renamed, a layer that there is not.
   */
  public List<Literal> unused() {
    return chosen.stream()
        .flatMap(rule -> rule.literals(root).stream())
        .distinct()
        .filter(it -> !it.isAlive(main))
        .toList();
  }

  private Optional<String> complaint(Rule rule, List<Exemption> except) {
    JavaClasses subjects = rule.isOverTests() ? tests : main;
    try {
      EvaluationResult result =
          rule.on(root).evaluate(except.isEmpty() ? subjects : subjects.that(areNot(except)));
      return Optional.of(result.filterDescriptionsMatching(it -> !isOfMethod(it, except)))
          .filter(EvaluationResult::hasViolation)
          .map(it -> it.getFailureReport().toString());
    } catch (AssertionError nothingToLookAt) {
      return Optional.of(String.valueOf(nothingToLookAt.getMessage()));
    }
  }

  private List<Exemption> exemptionsFrom(Rule rule) {
    return exemptions.stream().filter(it -> it.rule() == rule).toList();
  }

  private static DescribedPredicate<JavaClass> areNot(List<Exemption> exemptions) {
    return DescribedPredicate.describe(
        "have to keep the rule",
        type ->
            exemptions.stream()
                .filter(it -> it.method().isEmpty())
                .noneMatch(it -> isPartOf(type, it.className())));
  }

  /** Whether a complaint is of a method that has leave. */
  private static boolean isOfMethod(String complaint, List<Exemption> exemptions) {
    return exemptions.stream()
        .filter(it -> it.method().isPresent())
        .anyMatch(it -> complaint.startsWith("Method <" + it.culprit() + "("));
  }

  private static boolean isPartOf(JavaClass type, String name) {
    return type.getName().equals(name) || type.getName().startsWith(name + "$");
  }
}

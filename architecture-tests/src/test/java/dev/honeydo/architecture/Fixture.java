package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A few classes, below a root of their own, that break a rule or keep it.
 *
 * <p>In one that breaks it, whatever is at fault is a class named {@code Bad…} or a method named
 * {@code bad…}; all else there keeps the rule.
 */
record Fixture(Rule rule, String root, JavaClasses classes) {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("archfixtures");

  /** Breaks the rule. */
  static Fixture bad(Rule rule) {
    return of(rule, "bad");
  }

  /** Keeps the rule. */
  static Fixture good(Rule rule) {
    return of(rule, "good");
  }

  private static Fixture of(Rule rule, String kind) {
    return below(rule, "archfixtures." + rule.id().toLowerCase(Locale.ROOT) + "." + kind);
  }

  private static Fixture below(Rule rule, String root) {
    return new Fixture(rule, root, allBelow(root));
  }

  /** The fixture classes below a root. */
  static JavaClasses allBelow(String root) {
    return ALL.that(JavaClass.Predicates.resideInAPackage(root + ".."));
  }

  /** What the rule has to complain of, by the names that it will use. */
  List<String> culprits() {
    Stream<String> types =
        classes.stream().filter(it -> it.getSimpleName().startsWith("Bad")).map(JavaClass::getName);
    Stream<String> methods =
        classes.stream()
            .flatMap(it -> it.getMethods().stream())
            .filter(it -> it.getName().startsWith("bad"))
            .map(JavaMethod::getFullName);
    return Stream.concat(types, methods).toList();
  }

  /** What the rule says of it: nothing at all if it keeps the rule. */
  List<String> complaints() {
    return rule.on(root).evaluate(classes).getFailureReport().getDetails();
  }
}

package dev.honeydo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where things lie below a root package.
 *
 * <p>It notes each literal that a rule asks for. A literal that matches nothing makes a rule pass
 * for the wrong reason, so {@link Rule#literals} hands them out to be checked.
 *
 * <p>Not thread-safe.
 */
final class Layout {
  private final String root;
  private final List<Literal> literals = new ArrayList<>();

  Layout(String root) {
    this.root = root;
  }

  List<Literal> literals() {
    return List.copyOf(literals);
  }

  /** The pattern of packages below the root, as ArchUnit writes them: {@code domain..}. */
  String packages(String pattern) {
    String whole = root + "." + pattern;
    literals.add(new Literal.OwnPackage(whole.replace("(*)", "*")));
    return whole;
  }

  /** The classes below the root in packages of any of these patterns. */
  DescribedPredicate<JavaClass> in(String... patterns) {
    return resideInAnyPackage(Arrays.stream(patterns).map(this::packages).toArray(String[]::new));
  }

  /** Whether {@code type} lies in packages of this pattern, which somebody else has asked for. */
  boolean contains(String pattern, JavaClass type) {
    return PackageMatcher.of(root + "." + pattern).matches(type.getPackageName());
  }

  /** The package of the adapter that {@code type} belongs to. */
  String adapterOf(JavaClass type) {
    String adapters = root + ".adapters.";
    String below = type.getPackageName().substring(adapters.length());
    return adapters + below.split("\\.", 2)[0];
  }

  /** The part of the hexagon that {@code type} lies in: {@code domain.}, or nothing at the root. */
  String partOf(JavaClass type) {
    String below = type.getName().substring(root.length() + 1);
    return below.substring(0, below.indexOf('.') + 1);
  }

  /** All classes below the root. */
  DescribedPredicate<JavaClass> everything() {
    return resideInAnyPackage(root + "..");
  }

  /** The class of that name below the root, with all that is nested in it. */
  DescribedPredicate<JavaClass> type(String name) {
    String whole = root + "." + name;
    literals.add(new Literal.OwnClass(whole));
    return DescribedPredicate.describe(
        name, it -> it.getName().equals(whole) || it.getName().startsWith(whole + "$"));
  }

  /** Packages of others, each of which somebody in {@code users} must really need. */
  DescribedPredicate<JavaClass> foreign(String users, String... packages) {
    for (String each : packages) {
      literals.add(new Literal.ForeignPackage(root + "." + users, each));
    }
    return resideInAnyPackage(packages);
  }

  /** Classes of others, each of which somebody in {@code users} must really need. */
  DescribedPredicate<JavaClass> foreignTypes(String users, Class<?>... types) {
    for (Class<?> each : types) {
      literals.add(new Literal.ForeignClass(root + "." + users, each.getName()));
    }
    return DescribedPredicate.describe(
        "are one of " + Arrays.stream(types).map(Class::getSimpleName).toList(),
        it -> Arrays.stream(types).anyMatch(it::isEquivalentTo));
  }
}

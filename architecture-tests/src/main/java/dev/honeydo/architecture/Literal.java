package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.function.Predicate;

/**
 * Something that a rule calls by its name. It is alive while the code has something of that name.
 */
public sealed interface Literal {

  /** Whether it matches anything in {@code classes}. */
  boolean isAlive(JavaClasses classes);

  /** A package of one's own, as a pattern: {@code com.example.domain..}. */
  record OwnPackage(String pattern) implements Literal {
    @Override
    public boolean isAlive(JavaClasses classes) {
      return classes.stream().anyMatch(in(pattern));
    }
  }

  /** A class of one's own. */
  record OwnClass(String name) implements Literal {
    @Override
    public boolean isAlive(JavaClasses classes) {
      return classes.contain(name);
    }
  }

  /**
   * A package of somebody else, which {@code users} may depend on.
   *
   * @param users pattern of own packages, at least one class of which must do so
   */
  record ForeignPackage(String users, String pattern) implements Literal {
    @Override
    public boolean isAlive(JavaClasses classes) {
      return anyDependency(classes, users, in(pattern));
    }
  }

  /**
   * A class of somebody else, which {@code users} may depend on.
   *
   * @param users pattern of own packages, at least one class of which must do so
   */
  record ForeignClass(String users, String name) implements Literal {
    @Override
    public boolean isAlive(JavaClasses classes) {
      return anyDependency(classes, users, it -> it.getName().equals(name));
    }
  }

  private static Predicate<JavaClass> in(String pattern) {
    PackageMatcher matcher = PackageMatcher.of(pattern);
    return it -> matcher.matches(it.getPackageName());
  }

  private static boolean anyDependency(
      JavaClasses classes, String users, Predicate<JavaClass> target) {
    return classes.stream()
        .filter(in(users))
        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
        .anyMatch(it -> target.test(it.getTargetClass().getBaseComponentType()));
  }
}

package dev.honeydo.contracts;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contracts, and their clauses. */
final class Clauses {
  private Clauses() {}

  /** Every interface here that calls itself a contract. */
  static List<? extends Class<?>> contracts() {
    return new ClassFileImporter()
        .importPackages(Clauses.class.getPackageName()).stream()
            .filter(it -> it.isInterface() && it.getSimpleName().endsWith("Contract"))
            .map(JavaClass::reflect)
            .toList();
  }

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

  /** The ids with which display names begin. */
  static Set<String> idsOf(List<String> names) {
    return names.stream().map(Clauses::idOf).collect(Collectors.toCollection(TreeSet::new));
  }
}

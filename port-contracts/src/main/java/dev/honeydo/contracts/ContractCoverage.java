package dev.honeydo.contracts;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.honeydo.application.port.PortUnavailable;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;

/**
 * Which adapters of a module are under the contracts of their ports.
 *
 * @param classes everything in the module, with its tests
 * @param ships whether a class is one of those that ship
 */
record ContractCoverage(JavaClasses classes, Predicate<JavaClass> ships) {
  private static final String PORTS = PortUnavailable.class.getPackageName();
  private static final String CONTRACTS = ContractCoverage.class.getPackageName();

  /** What Surefire takes for a test unless it is told otherwise. */
  private static final Pattern RUN = Pattern.compile("Test.*|.*(Test|Tests|TestCase)");

  /** The classes that implement a port. */
  List<JavaClass> adapters() {
    return classes.stream()
        .filter(ships)
        .filter(it -> !it.isInterface() && !it.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(it -> !portsOf(it).isEmpty())
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  /** For each port of an adapter that no test holds to its contract: what to write. */
  List<String> escapes() {
    return adapters().stream()
        .flatMap(adapter -> portsOf(adapter).stream().flatMap(port -> escape(adapter, port)))
        .toList();
  }

  private Stream<String> escape(JavaClass adapter, JavaClass port) {
    String contract = CONTRACTS + "." + port.getSimpleName() + "Contract";
    boolean alone = adapters().stream().filter(it -> portsOf(it).contains(port)).count() == 1;
    boolean held =
        classes.stream()
            .filter(ContractCoverage::isRun)
            .filter(it -> it.getAllRawInterfaces().stream().anyMatch(i -> is(i, contract)))
            .anyMatch(it -> names(it, adapter) || (alone && reaches(it, adapter)));
    return held
        ? Stream.empty()
        : Stream.of(
            adapter.getName()
                + " escapes the contract of "
                + port.getSimpleName()
                + ": write a test that implements "
                + contract
                + (alone ? " over it" : " and names this class, since others implement it too"));
  }

  private static boolean is(JavaClass type, String name) {
    return type.getName().equals(name);
  }

  private static List<JavaClass> portsOf(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .filter(it -> it.getPackageName().equals(PORTS) && it.isTopLevelClass())
        .toList();
  }

  private static boolean isRun(JavaClass test) {
    if (test.isAnnotatedWith(Disabled.class)) {
      return false;
    }
    return test.getEnclosingClass()
        .map(it -> test.isAnnotatedWith(Nested.class) && isRun(it))
        .orElseGet(() -> isConcrete(test) && RUN.matcher(test.getSimpleName()).matches());
  }

  private static boolean isConcrete(JavaClass type) {
    return !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static boolean names(JavaClass test, JavaClass adapter) {
    return test.getDirectDependenciesFromSelf().stream()
        .anyMatch(it -> it.getTargetClass().equals(adapter));
  }

  /** Whether a chain of names leads from the test to the adapter, all of it within the module. */
  private boolean reaches(JavaClass test, JavaClass adapter) {
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(test));
    while (!next.isEmpty()) {
      JavaClass type = next.remove();
      if (type.equals(adapter)) {
        return true;
      }
      if (seen.add(type)) {
        type.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .filter(it -> classes.contain(it.getName()))
            .forEach(next::add);
      }
    }
    return false;
  }
}

package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where tests lie: a {@code FooTest} in the package of its {@code Foo}, or in one around it, to
 * drive it from outside. A {@code Foo} in another part of the hexagon is another {@code Foo}.
 */
final class TestClasses {
  private static final String SUFFIX = "Test";

  private static final String DISABLED = "org.junit.jupiter.api.Disabled";

  private TestClasses() {}

  /** A condition that neither a class nor a method of it is switched off. */
  static ArchCondition<JavaClass> beSwitchedOn() {
    return Complaints.condition(
        "be switched on",
        (type, complaints) -> {
          complaints.addIf(type.isAnnotatedWith(DISABLED), type, "is disabled");
          for (JavaMethod method : type.getMethods()) {
            complaints.addIf(method.isAnnotatedWith(DISABLED), method, "is disabled");
          }
        });
  }

  /** A condition that a test named for a class lies in the package of that class or around it. */
  static ArchCondition<JavaClass> lieBesideTheirSubject(Layout at) {
    return new ArchCondition<>("lie beside their subject") {
      private final Map<String, Set<String>> subjects = new HashMap<>();

      @Override
      public void init(Collection<JavaClass> all) {
        all.stream()
            .filter(JavaClass::isTopLevelClass)
            .forEach(it ->
                subjects
                    .computeIfAbsent(at.partOf(it) + it.getSimpleName(), _ -> new TreeSet<>())
                    .add(it.getName()));
      }

      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String name = item.getSimpleName();
        if (!item.isTopLevelClass() || !name.endsWith(SUFFIX)) {
          return;
        }
        String subject = name.substring(0, name.length() - SUFFIX.length());
        Set<String> found = subjects.getOrDefault(at.partOf(item) + subject, Set.of());
        String around = item.getPackageName() + ".";
        boolean astray = !found.isEmpty() && found.stream().noneMatch(it -> it.startsWith(around));
        new Complaints(events).addIf(astray, item, "is not beside " + found);
      }
    };
  }

  /** A condition that each adapter which implements a {@code port} has a {@code watch}. */
  static ArchCondition<JavaClass> watchContracts(
      Layout at, Predicate<JavaClass> port, Predicate<JavaClass> watch) {
    return new ArchCondition<>("be watched") {
      private final Set<String> watched = new TreeSet<>();

      @Override
      public void init(Collection<JavaClass> all) {
        all.stream()
            .filter(it -> it.getAllRawSuperclasses().stream().anyMatch(watch))
            .forEach(it -> watched.add(at.adapterOf(it)));
      }

      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean unwatched =
            !Ports.implementedBy(item, port).isEmpty() && !watched.contains(at.adapterOf(item));
        new Complaints(events).addIf(unwatched, item, "implements a port and nothing watches it");
      }
    };
  }
}

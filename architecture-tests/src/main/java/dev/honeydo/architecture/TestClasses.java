package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where tests lie: a {@code FooTest} beside its {@code Foo}. */
final class TestClasses {
  private static final String SUFFIX = "Test";

  private TestClasses() {}

  /** A condition that a test named for a class lies in the package of that class. */
  static ArchCondition<JavaClass> lieBesideTheirSubject() {
    return new ArchCondition<>("lie beside their subject") {
      private final Map<String, Set<String>> subjects = new HashMap<>();

      @Override
      public void init(Collection<JavaClass> all) {
        all.stream()
            .filter(JavaClass::isTopLevelClass)
            .forEach(it ->
                subjects
                    .computeIfAbsent(it.getSimpleName(), _ -> new TreeSet<>())
                    .add(it.getName()));
      }

      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String name = item.getSimpleName();
        if (!item.isTopLevelClass() || !name.endsWith(SUFFIX)) {
          return;
        }
        String subject = name.substring(0, name.length() - SUFFIX.length());
        Set<String> found = subjects.getOrDefault(subject, Set.of());
        boolean astray = !found.isEmpty() && !found.contains(item.getPackageName() + "." + subject);
        new Complaints(events).addIf(astray, item, "is not beside " + found);
      }
    };
  }
}

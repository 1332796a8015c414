package dev.honeydo.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a driven adapter is entered: by one public class, which opens all the rest. */
final class Doors {
  private Doors() {}

  /** A condition that each adapter, named by the package below {@code adapters}, has one door. */
  static ArchCondition<JavaClass> haveOneDoor(Layout at) {
    return new ArchCondition<>("have one public class for each adapter") {
      private final Map<String, List<JavaClass>> adapters = new TreeMap<>();

      @Override
      public void check(JavaClass item, ConditionEvents events) {
        adapters.merge(at.adapterOf(item), List.of(item), Doors::joined);
      }

      @Override
      public void finish(ConditionEvents events) {
        adapters.forEach((adapter, types) -> judge(adapter, types, events));
      }
    };
  }

  private static List<JavaClass> joined(List<JavaClass> some, List<JavaClass> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void judge(String adapter, List<JavaClass> types, ConditionEvents events) {
    List<JavaClass> doors =
        types.stream().filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)).toList();
    if (doors.size() != 1) {
      String what =
          doors.isEmpty()
              ? " has no public class among " + names(types)
              : " has " + doors.size() + " public classes: " + names(doors);
      events.add(SimpleConditionEvent.violated(types, "Adapter <" + adapter + ">" + what));
    }
  }

  private static String names(List<JavaClass> types) {
    return types.stream()
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(JavaClass::getName)
        .collect(joining(", "));
  }
}

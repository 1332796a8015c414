package dev.honeydo.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiConsumer;

/** What is wrong with a class, one line for each reason. */
final class Complaints {
  private final ConditionEvents events;

  Complaints(ConditionEvents events) {
    this.events = events;
  }

  /** A condition of which {@code judge} says why a class breaks it. */
  static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Complaints> judge) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        judge.accept(item, new Complaints(events));
      }
    };
  }

  /** Complains of {@code culprit}: its name, the reason, its file and line. */
  <T extends HasDescription & HasSourceCodeLocation> void add(T culprit, String reason) {
    String place = " in " + culprit.getSourceCodeLocation();
    events.add(
        SimpleConditionEvent.violated(culprit, culprit.getDescription() + " " + reason + place));
  }

  /** Complains of {@code culprit} if {@code wrong}. */
  <T extends HasDescription & HasSourceCodeLocation> void addIf(
      boolean wrong, T culprit, String reason) {
    if (wrong) {
      add(culprit, reason);
    }
  }

  /** Complains of a dependency, which says by itself where it is. */
  void add(Dependency culprit, String reason) {
    events.add(SimpleConditionEvent.violated(culprit, culprit.getDescription() + ": " + reason));
  }
}

package dev.honeydo.architecture.pages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.EveryPortIsUnderContract;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every adapter of a port must keep.
 *
 * @param port the simple name of the port
 * @param type the full name of the interface that the adapter's test inherits
 * @param clauses by number
 * @param ofTheRecord whether the port is the record's, and not beside it
 */
record Contract(String port, String type, List<Clause> clauses, boolean ofTheRecord) {
  private static final String SUFFIX = "Contract";

  /** Every contract there is: the record's first, then by the name of the port. */
  static List<Contract> all() {
    return new ClassFileImporter()
        .importPackages(EveryPortIsUnderContract.class.getPackageName()).stream()
            .filter(it -> it.isInterface() && it.isTopLevelClass())
            .filter(it -> it.getSimpleName().endsWith(SUFFIX))
            .map(JavaClass::reflect)
            .map(Contract::of)
            .sorted(
                Comparator.comparing(Contract::ofTheRecord)
                    .reversed()
                    .thenComparing(Contract::port))
            .toList();
  }

  private static Contract of(Class<?> type) {
    String port = type.getSimpleName().replace(SUFFIX, "");
    List<Clause> clauses =
        Stream.of(type.getMethods())
            .filter(it -> it.isAnnotationPresent(Test.class))
            .map(it -> Clause.of(it.getAnnotation(DisplayName.class).value(), it.getName()))
            .sorted(Comparator.comparingInt(Clause::number))
            .toList();
    return new Contract(port, type.getName(), clauses, isOfTheRecord(port));
  }

  /** The record is the store and whatever port it hands out. */
  private static boolean isOfTheRecord(String port) {
    return Stream.concat(
            Stream.of(RecordStore.class),
            Stream.of(RecordStore.class.getMethods()).map(it -> it.getReturnType()))
        .anyMatch(it -> it.getSimpleName().equals(port));
  }
}

package dev.honeydo.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This code base: every module's compiled classes and tests, imported once. */
final class Honeydo {
  static final String ROOT = "dev.honeydo";

  /** Everything, tests too. */
  static final JavaClasses ALL =
      new ClassFileImporter().importPaths(outputs().stream().filter(Files::isDirectory).toList());

  /** What ships, and the contracts. */
  static final JavaClasses MAIN =
      ALL.that(DescribedPredicate.describe("are no tests", Honeydo::isMain));

  private Honeydo() {}

  /** Where the compiler puts what it makes of each source folder that there is. */
  static List<Path> outputs() {
    return modules().stream()
        .flatMap(
            it -> Stream.concat(output(it, "main", "classes"), output(it, "test", "test-classes")))
        .toList();
  }

  private static Stream<Path> output(Path module, String sources, String classes) {
    return Files.isDirectory(module.resolve("src").resolve(sources).resolve("java"))
        ? Stream.of(module.resolve("target").resolve(classes))
        : Stream.empty();
  }

  private static List<Path> modules() {
    try (Stream<Path> folders = Files.list(repository())) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve("pom.xml")))
          // It measures, and so knows everybody: servers of others, every adapter, the clock.
          .filter(it -> !it.endsWith("benchmarks"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Found by where this class was compiled to, whatever directory the tests run in. */
  private static Path repository() {
    try {
      Path tests =
          Path.of(Honeydo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return tests.resolve("../../..").normalize();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isMain(JavaClass type) {
    return type.getSource()
        .map(it -> Location.of(it.getUri()))
        .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
        .isPresent();
  }
}

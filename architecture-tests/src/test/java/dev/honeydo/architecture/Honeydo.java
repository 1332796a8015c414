package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This code base, imported once. */
final class Honeydo {
  static final String ROOT = "dev.honeydo";

  /** What ships, and the contracts. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private Honeydo() {}

  /** The modules that have tests, as folders. */
  static List<Path> modulesWithTests() {
    try (Stream<Path> folders = Files.list(repository())) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve("pom.xml")))
          .filter(it -> Files.isDirectory(it.resolve("src/test/java")))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where a module's compiled tests are. */
  static Path testClasses(Path module) {
    return module.resolve("target/test-classes");
  }

  /** Every module's classes and tests. */
  static JavaClasses withTests() {
    List<Path> places =
        modulesWithTests().stream()
            .flatMap(it -> Stream.of(it.resolve("target/classes"), testClasses(it)))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(places);
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
}

package dev.honeydo.architecture.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A module, as its POM declares it.
 *
 * @param directory from the root of the repository, with {@code /}
 * @param purpose its description; empty where it has none
 */
record MavenModule(
    Path root, String directory, String artifact, String purpose, List<Dependency> dependencies) {

  /**
   * Something that a module needs.
   *
   * @param optional whether its users can do without
   */
  record Dependency(String artifact, boolean ours, String scope, boolean optional) {
    private static Dependency of(Pom pom) {
      return new Dependency(
          pom.get("artifactId"),
          pom.get("groupId").equals("dev.honeydo"),
          pom.find("scope").orElse("compile"),
          pom.find("optional").orElse("false").equals("true"));
    }

    /** Whether what ships needs it, and not only the tests. */
    boolean isMain() {
      return !scope.equals("test");
    }

    /** Whether it is brought along, and not only compiled against. */
    boolean isBrought() {
      return !optional && !scope.equals("test") && !scope.equals("provided");
    }
  }

  static MavenModule read(Path root, String directory) {
    Pom pom = Pom.read(root.resolve(directory).resolve("pom.xml"));
    return new MavenModule(
        root,
        directory,
        pom.get("artifactId"),
        pom.find("description").orElse(""),
        pom.all("dependencies", "dependency").stream().map(Dependency::of).toList());
  }

  /** The last segment of its directory. */
  String name() {
    return directory.substring(directory.lastIndexOf('/') + 1);
  }

  boolean hasTests() {
    return Files.isDirectory(folder().resolve("src/test/java"));
  }

  /**
   * Its compiled tests.
   *
   * @throws IllegalStateException when they have not been compiled, saying what to run
   */
  Path compiledTests() {
    Path tests = folder().resolve("target/test-classes");
    if (!Files.isDirectory(tests)) {
      throw new IllegalStateException(
          "The tests of %s are not compiled, and docs/contracts.md is made of them: run ./mvnw verify"
                  .formatted(directory)
              + " in "
              + root
              + ", for all modules.");
    }
    return tests;
  }

  private Path folder() {
    return root.resolve(directory);
  }
}

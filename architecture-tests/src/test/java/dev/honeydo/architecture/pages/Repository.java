package dev.honeydo.architecture.pages;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * The repository, and what Maven is told of it.
 *
 * @param root where the parent POM lies
 */
record Repository(Path root) {

  /** Found by where this class was compiled to, whatever directory the tests run in. */
  static Repository here() {
    try {
      Path tests =
          Path.of(Repository.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Repository(tests.resolve("../../..").normalize());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The modules, in the order of the parent POM. */
  List<MavenModule> modules() {
    return Pom.read(root.resolve("pom.xml")).all("modules", "module").stream()
        .map(it -> MavenModule.read(root, it.text()))
        .toList();
  }
}

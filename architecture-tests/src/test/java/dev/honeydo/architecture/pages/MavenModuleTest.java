package dev.honeydo.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MavenModuleTest {
  @TempDir Path root;

  @BeforeEach
  void writePom() throws IOException {
    Files.createDirectories(root.resolve("docs/adapter/src/test/java"));
    Files.writeString(
        root.resolve("docs/adapter/pom.xml"),
        """
        <project>
          <artifactId>the-adapter</artifactId>
          <description>Keeps
            things.</description>
          <dependencies>
            <dependency><groupId>dev.honeydo</groupId><artifactId>core</artifactId></dependency>
            <dependency>
              <groupId>org.else</groupId><artifactId>tester</artifactId><scope>test</scope>
            </dependency>
            <dependency>
              <groupId>org.else</groupId><artifactId>hints</artifactId><optional>true</optional>
            </dependency>
          </dependencies>
        </project>
        """);
  }

  @Test
  void itIsWhatItsPomDeclares() {
    MavenModule module = MavenModule.read(root, "docs/adapter");
    assertThat(module.name()).isEqualTo("adapter");
    assertThat(module.purpose()).isEqualTo("Keeps things.");
    assertThat(module.hasTests()).isTrue();
    assertThat(module.dependencies())
        .containsExactly(
            new MavenModule.Dependency("core", true, "compile", false),
            new MavenModule.Dependency("tester", false, "test", false),
            new MavenModule.Dependency("hints", false, "compile", true));
  }

  @Test
  void whereItsTestsAreNotCompiledItSaysWhatToRun() {
    assertThatIllegalStateException()
        .isThrownBy(MavenModule.read(root, "docs/adapter")::compiledTests)
        .withMessage(
            "The tests of docs/adapter are not compiled, and docs/contracts.md is made of them:"
                + " run ./mvnw verify in %s, for all modules.",
            root);
  }
}

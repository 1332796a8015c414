package dev.honeydo.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.architecture.pages.MavenModule.Dependency;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ModulePictureTest {

  @Test
  void whatOtherArrowsImplyIsLeftOut() {
    List<MavenModule> modules =
        List.of(
            module("core"),
            module("edge", needs("core", "compile")),
            module("kit", needs("core", "compile")),
            module(
                "main",
                needs("core", "compile"),
                needs("edge", "compile"),
                needs("kit", "test"),
                new Dependency("library", false, "compile", false)),
            module("rules", needs("edge", "test"), needs("main", "test")));
    assertThat(new ModulePicture(modules).mermaid())
        .isEqualTo(
            """
            ```mermaid
            graph TD
              edge --> core
              kit --> core
              main --> edge
              main -.-> kit
              rules -.-> main
            ```
            """);
  }

  private static MavenModule module(String name, Dependency... dependencies) {
    return new MavenModule(Path.of("."), name, name, "", Stream.of(dependencies).toList());
  }

  private static Dependency needs(String module, String scope) {
    return new Dependency(module, true, scope, false);
  }
}

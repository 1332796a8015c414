package dev.honeydo.architecture.pages;

import dev.honeydo.architecture.pages.MavenModule.Dependency;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module needs which, as a Mermaid graph that leaves out what other arrows imply. */
record ModulePicture(List<MavenModule> modules) {

  String mermaid() {
    return modules.stream()
        .flatMap(this::arrows)
        .collect(Collectors.joining("", "```mermaid\ngraph TD\n", "```\n"));
  }

  private Stream<String> arrows(MavenModule from) {
    Stream<String> main =
        needs(from, Dependency::isMain)
            .filter(it -> !isImplied(from, it, Dependency::isMain))
            .map(it -> arrow(from, "-->", it));
    Stream<String> tests =
        needs(from, it -> !it.isMain())
            .filter(it -> !isImplied(from, it, _ -> true))
            .map(it -> arrow(from, "-.->", it));
    return Stream.concat(main, tests);
  }

  private boolean isImplied(MavenModule from, MavenModule to, Predicate<Dependency> which) {
    return needs(from, which).filter(it -> !it.equals(to)).anyMatch(it -> reaches(it, to));
  }

  private boolean reaches(MavenModule from, MavenModule to) {
    return from.equals(to) || needs(from, Dependency::isMain).anyMatch(it -> reaches(it, to));
  }

  private Stream<MavenModule> needs(MavenModule from, Predicate<Dependency> which) {
    return from.dependencies().stream()
        .filter(it -> it.ours() && which.test(it))
        .map(it -> named(it.artifact()));
  }

  private MavenModule named(String artifact) {
    return modules.stream()
        .filter(it -> it.artifact().equals(artifact))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no module " + artifact));
  }

  private static String arrow(MavenModule from, String line, MavenModule to) {
    return "  " + from.name() + " " + line + " " + to.name() + "\n";
  }
}

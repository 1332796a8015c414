package dev.honeydo.architecture.pages;

import static java.util.Objects.requireNonNull;

import dev.honeydo.architecture.Exemption;
import dev.honeydo.architecture.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules, and the rules that keep them apart. */
final class ArchitecturePage {
  private static final String EXEMPTIONS = "dev.honeydo.architecture.HoneydoExemption";

  private ArchitecturePage() {}

  static String of(Repository repository) {
    List<MavenModule> modules = repository.modules();
    return """
    # Architecture

    ## Modules

    An arrow leads from a module to one that it needs, a dotted one to what only its tests need. What follows from other
    arrows is left out: who sees a module sees what that one needs.

    """
        + new ModulePicture(modules).mermaid()
        + "\n"
        + Markdown.head("module", "what it is", "its libraries")
        + modules.stream().map(ArchitecturePage::row).collect(Collectors.joining())
        + rules();
  }

  private static String row(MavenModule module) {
    if (module.purpose().isEmpty()) {
      throw new IllegalStateException(
          "Say in <description> of %s/pom.xml what the module is".formatted(module.directory()));
    }
    return Markdown.row(
        Markdown.link(Markdown.code(module.name()), "../" + module.directory()),
        Markdown.plain(module.purpose()),
        module.dependencies().stream()
            .filter(it -> it.isBrought() && !it.ours())
            .map(it -> Markdown.code(it.artifact()))
            .collect(Collectors.joining(" ")));
  }

  private static String rules() {
    return """

    ## Rules

    The build is red while one of them is broken, and says what to do instead. They are the constants of
    [`Rule`](../architecture-tests/src/main/java/dev/honeydo/architecture/Rule.java), each with a small code base that breaks
    it and one that keeps it. What the compiler refuses anyway has no rule.

    ### For what ships

    """
        + rules(it -> !it.isOverTests())
        + """

        ### For tests too

        """
        + rules(Rule::isOverTests)
        + """

        ### Exemptions

        Who may break a rule, and why. One that nobody needs any more turns the build red.

        """
        + Markdown.head("class", "rule", "why")
        + exemptions().map(ArchitecturePage::row).collect(Collectors.joining());
  }

  private static String rules(Predicate<Rule> which) {
    return Markdown.head("rule", "what holds", "instead of breaking it")
        + Stream.of(Rule.values())
            .filter(which)
            .map(ArchitecturePage::row)
            .collect(Collectors.joining());
  }

  private static String row(Rule rule) {
    return Markdown.row(rule.id(), Markdown.plain(rule.holds()), Markdown.plain(rule.instead()));
  }

  private static String row(Exemption exemption) {
    String name = exemption.className();
    return Markdown.row(
        Markdown.code(exemption.culprit().substring(name.lastIndexOf('.') + 1)),
        exemption.rule().id(),
        Markdown.plain(exemption.reason()));
  }

  /** By name, because the enum is visible beside the rules' tests only. */
  private static Stream<Exemption> exemptions() {
    try {
      Object[] all = requireNonNull(Class.forName(EXEMPTIONS).getEnumConstants());
      return Stream.of(all).map(Exemption.class::cast);
    } catch (ClassNotFoundException moved) {
      throw new IllegalStateException("The exemptions are not in " + EXEMPTIONS, moved);
    }
  }
}

package dev.honeydo.architecture.pages;

import dev.honeydo.bootstrap.config.Setting;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be set. */
final class ConfigurationPage {
  private ConfigurationPage() {}

  static String text() {
    return """
    # Configuration

    Nothing has to be set to try Honeydo out. What is set comes from environment variables, or from a file `.env` of
    `NAME=value` lines in the folder that Honeydo is started from; where both name a variable, the environment wins.
    All mistakes are told at once, by name, and Honeydo does not start on them.

    """
        + Markdown.head("variable", "default", "what it is for", "what is right")
        + settings(Setting::used).map(ConfigurationPage::row).collect(Collectors.joining())
        + "\nKept for later versions; to set one now is allowed, and the start says that it is not used: "
        + settings(it -> !it.used())
            .map(it -> Markdown.code(it.name()))
            .collect(Collectors.joining(", "))
        + """
        .

        The launcher `./honeydo` reads two more, from the environment alone: `JAVA_OPTS`, options for the JVM, and
        `ADAPTER_PATH`, a class path with [adapters of others](writing-an-adapter.md).
        """;
  }

  private static Stream<Setting> settings(Predicate<Setting> which) {
    return Arrays.stream(Setting.values()).filter(which);
  }

  private static String row(Setting setting) {
    return Markdown.row(
        Markdown.code(setting.name()),
        setting.byDefault().map(Markdown::code).orElse("none"),
        setting.meaning(),
        Markdown.plain(setting.remedy()));
  }
}

package dev.honeydo.architecture.pages;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Markdown {
  private Markdown() {}

  /** Plain text, so that nothing in it is taken for markup. */
  static String plain(String text) {
    return text.replaceAll("[\\\\*<`|\\[]", "\\\\$0");
  }

  /** A name as it stands in the code. */
  static String code(String name) {
    return "`" + name + "`";
  }

  static String link(String text, String target) {
    return "[" + text + "](" + target + ")";
  }

  /** A row of a table, of cells that are Markdown. */
  static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String row(String... cells) {
    return row(List.of(cells));
  }

  /** The head of a table. */
  static String head(List<String> names) {
    return row(names) + "|" + "---|".repeat(names.size()) + "\n";
  }

  static String head(String... names) {
    return head(List.of(names));
  }
}

package dev.honeydo.adapters.http.page;

import java.util.List;
import java.util.Locale;

/** Chooses between a page and JSON by {@code Accept} (RFC 9110, section 12.5.1). */
final class ContentChoice {
  private ContentChoice() {}

  /** Whether JSON is asked for by name, and a page is not or less so. Never refuses. */
  static boolean prefersJson(List<String> accept) {
    double json = 0;
    double html = 0;
    for (String range : String.join(",", accept).toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String type = parts[0].strip();
      if (type.equals("application/json") || type.equals("application/problem+json")) {
        json = Math.max(json, quality(parts));
      } else if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
        html = Math.max(html, quality(parts));
      }
    }
    return json > html;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException unreadable) {
          return 0;
        }
      }
    }
    return 1;
  }
}

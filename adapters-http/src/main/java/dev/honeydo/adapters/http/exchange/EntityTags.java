package dev.honeydo.adapters.http.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code If-Match} or {@code If-None-Match} says (RFC 9110, section 13.1): any version, or one
 * of a list.
 *
 * @param any whether it is {@code *}
 * @param tags the entity tags of the list, empty where it is {@code *}
 */
public record EntityTags(boolean any, List<EntityTag> tags) {

  /** Copies the list. */
  public EntityTags {
    tags = List.copyOf(tags);
  }

  /**
   * An entity tag (RFC 9110, section 8.8.3).
   *
   * @param opaque what stands between the quotes, but for the mark of a compressed body: which of
   *     the two a client has makes no difference to what it asks for
   */
  public record EntityTag(boolean weak, String opaque) {}

  /**
   * What the field lines say together, or empty where that is not what the RFC allows.
   *
   * @param lines at least one
   */
  public static Optional<EntityTags> parse(List<String> lines) {
    String text = String.join(",", lines).strip();
    if (text.equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    List<EntityTag> tags = new ArrayList<>(2);
    int at = 0;
    boolean separated = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' || c == ' ' || c == '\t') {
        separated |= c == ',';
        at++;
        continue;
      }
      boolean weak = text.startsWith("W/", at);
      int open = weak ? at + 2 : at;
      int close = separated && text.startsWith("\"", open) ? text.indexOf('"', open + 1) : -1;
      if (close < 0 || !isOpaque(text, open + 1, close)) {
        return Optional.empty();
      }
      tags.add(new EntityTag(weak, Compression.plain(text.substring(open + 1, close))));
      separated = false;
      at = close + 1;
    }
    return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
  }

  private static boolean isOpaque(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x21 || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the tags is {@code opaque}, weak ones included. */
  public boolean matchWeakly(String opaque) {
    return any || tags.stream().anyMatch(tag -> tag.opaque().equals(opaque));
  }
}

package dev.honeydo.adapters.sqlite;

import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tags as a JSON array of strings, so that SQL can look into it ({@code json_each}).
 *
 * <p>Only what stands here was ever written here: a tag holds no control characters and no unpaired
 * surrogates, so that {@code "} and {@code \} are all that needs escaping.
 */
final class TagsJson {
  private TagsJson() {}

  static String write(Tags tags) {
    return tags.values().stream()
        .map(tag -> '"' + tag.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  static Tags read(String json) {
    if (json.equals("[]")) {
      return Tags.NONE;
    }
    List<Tag> tags = new ArrayList<>();
    int at = 0;
    while (json.charAt(at) != ']') {
      StringBuilder value = new StringBuilder();
      // At "[" or ",": the string begins behind the quote that follows.
      for (at += 2; json.charAt(at) != '"'; at++) {
        if (json.charAt(at) == '\\') {
          at++;
        }
        value.append(json.charAt(at));
      }
      tags.add(new Tag(value.toString()));
      at++;
    }
    return new Tags(tags);
  }
}

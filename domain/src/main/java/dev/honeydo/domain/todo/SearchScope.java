package dev.honeydo.domain.todo;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which part of a todo is searched, from what weighs most; each holds the ones before it. */
public enum SearchScope {
  /** The heading. */
  HEADING,
  /** The heading and the tags. */
  LABELS,
  /** The heading, the tags and the task. */
  EVERYTHING;

  /** The words that stand in this part, each once. */
  public Set<String> words(TodoContent content) {
    Set<String> words = new LinkedHashSet<>(Words.of(content.heading().value()));
    if (this != HEADING) {
      content.tags().values().forEach(tag -> words.addAll(Words.of(tag.value())));
    }
    if (this == EVERYTHING) {
      words.addAll(Words.of(content.task().value()));
    }
    return words;
  }
}

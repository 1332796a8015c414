package dev.honeydo.domain.todo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a todo must have to be found.
 *
 * @param words as {@link Words} makes them, each once; every one must be there
 * @param prefix must begin some word: the last word, which may not be finished yet
 */
public record SearchTerms(List<String> words, String prefix) {

  /** Copies the list and drops what it repeats. */
  public SearchTerms {
    words = words.stream().distinct().toList();
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("an empty prefix begins every word");
    }
  }

  /** What the text asks for, or empty where it has no word. */
  public static Optional<SearchTerms> of(String text) {
    List<String> words = Words.of(text);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchTerms(words.subList(0, words.size() - 1), words.getLast()));
  }

  /**
   * The smallest part of the todo that has them all, which is what it ranks by; empty where not
   * even the whole of it has.
   */
  public Optional<SearchScope> scopeOf(TodoContent content) {
    for (SearchScope scope : SearchScope.values()) {
      if (areIn(scope.words(content))) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  private boolean areIn(Set<String> found) {
    return found.containsAll(words) && found.stream().anyMatch(it -> it.startsWith(prefix));
  }
}

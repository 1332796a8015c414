package dev.honeydo.domain.todo;

import dev.honeydo.domain.TextRule;

/**
 * The details of a todo.
 *
 * @param value at most 10 000 code points, kept as given; line breaks and tabs are its only control
 *     characters
 */
public record Task(String value) {
  private static final TextRule RULE = TextRule.block(10_000);

  /** No details. */
  public static final Task NONE = new Task("");

  /** Checks. */
  public Task {
    value = RULE.apply(value);
  }
}

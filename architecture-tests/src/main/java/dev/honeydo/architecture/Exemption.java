package dev.honeydo.architecture;

import java.util.Optional;

/**
 * Leave for one class, or one method of it, to break one rule.
 *
 * <p>Meant to be implemented by an enum, so that all exemptions are read in one place. {@link
 * Rules#stale} names those that nobody needs any more.
 */
public interface Exemption {

  /** The rule that may be broken. */
  Rule rule();

  /** The full name of the top-level class that may break it, with all that is nested in it. */
  String className();

  /** The one method of that class which may break it; absent where all of it may. */
  default Optional<String> method() {
    return Optional.empty();
  }

  /** Who may break it: the class, or its method behind a dot. */
  default String culprit() {
    return className() + method().map(it -> "." + it).orElse("");
  }

  /** Why that is right, in one sentence. */
  String reason();
}

package dev.honeydo.architecture;

/**
 * Leave for one class to break one rule.
 *
 * <p>Meant to be implemented by an enum, so that all exemptions are read in one place. {@link
 * Rules#stale} names those that nobody needs any more.
 */
public interface Exemption {

  /** The rule that may be broken. */
  Rule rule();

  /** The full name of the top-level class that may break it, with all that is nested in it. */
  String className();

  /** Why that is right, in one sentence. */
  String reason();
}

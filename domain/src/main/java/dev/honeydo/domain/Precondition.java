package dev.honeydo.domain;

import java.util.Optional;
import java.util.Set;

/**
 * Which versions of something a change may build on ({@code If-Match}, RFC 9110, section 13.1.1).
 *
 * @param versions those it may build on, none of them if the set is empty; absent where any will do
 */
public record Precondition(Optional<Set<Version>> versions) {
  /** Any version will do. */
  public static final Precondition NONE = new Precondition(Optional.empty());

  /** Copies the set. */
  public Precondition {
    versions = versions.map(Set::copyOf);
  }

  /** Only these versions will do. */
  public static Precondition oneOf(Set<Version> versions) {
    return new Precondition(Optional.of(versions));
  }

  /** Whether a change may build on {@code current}. */
  public boolean admits(Version current) {
    return versions.isEmpty() || versions.get().contains(current);
  }
}

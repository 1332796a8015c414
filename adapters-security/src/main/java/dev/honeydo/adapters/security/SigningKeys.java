package dev.honeydo.adapters.security;

import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs, and those whose tokens are still good.
 *
 * @param previous keys that signed before; tokens of theirs are read until they expire
 */
public record SigningKeys(SigningKey current, List<SigningKey> previous) {

  /** Copies the list. */
  public SigningKeys {
    previous = List.copyOf(previous);
  }

  /** One key for everything. */
  public static SigningKeys of(SigningKey only) {
    return new SigningKeys(only, List.of());
  }

  /** Every key, the current one first. */
  List<SigningKey> all() {
    return Stream.concat(Stream.of(current), previous.stream()).distinct().toList();
  }
}

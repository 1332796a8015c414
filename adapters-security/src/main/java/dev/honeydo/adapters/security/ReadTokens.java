package dev.honeydo.adapters.security;

import dev.honeydo.domain.auth.AccessClaims;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was read in tokens that were shown lately: the same ones are shown again and again, and to
 * read their JSON takes much longer than to check their signature. That has been done, and by the
 * same key, before anything is looked up here; so a token that nobody signed is compared with
 * nothing, and what a key has signed is forgotten with the key.
 *
 * <p>Thread-safe, without locks: there is a place for each of {@value #PLACES} remainders of a
 * hash, and whoever comes last has it.
 */
final class ReadTokens {
  private static final int PLACES = 1_024;

  private final AtomicReferenceArray<@Nullable ReadToken> places =
      new AtomicReferenceArray<>(PLACES);

  /** What was read in the token that this key has signed, as long as that holds at {@code now}. */
  @Nullable AccessClaims find(String text, Object key, Instant now) {
    ReadToken read = places.get(place(text));
    return read != null && read.key.equals(key) && read.text.equals(text) && !now.isBefore(read.at)
        ? read.claims
        : null;
  }

  void keep(String text, Object key, Instant now, AccessClaims claims) {
    places.set(place(text), new ReadToken(text, key, now, claims));
  }

  private static int place(String text) {
    return (text.hashCode() * 0x9E3779B9) >>> 22;
  }

  /**
   * A token that was good.
   *
   * @param at when it was read: it may have been too young before
   */
  private record ReadToken(String text, Object key, Instant at, AccessClaims claims) {
    @Override
    public String toString() {
      return "ReadToken[redacted]";
    }
  }
}

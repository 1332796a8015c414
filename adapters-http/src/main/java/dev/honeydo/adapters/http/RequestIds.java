package dev.honeydo.adapters.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids for requests that bring none: what one process has for itself, and how many there were
 * before. Nobody is let in by one, so they need not be hard to guess, and they cost next to
 * nothing.
 *
 * <p>Thread-safe.
 */
final class RequestIds implements Supplier<String> {
  private static final int RADIX = 36;

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  /**
   * Ids of one process.
   *
   * @param process of letters, digits, {@code .}, {@code _} and {@code -}; no other process has it
   */
  RequestIds(String process) {
    this.prefix = process + "-";
  }

  @Override
  public String get() {
    return prefix.concat(Long.toString(count.incrementAndGet(), RADIX));
  }
}

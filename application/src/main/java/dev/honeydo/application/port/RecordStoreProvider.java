package dev.honeydo.application.port;

import java.time.InstantSource;

/**
 * Opens record stores of one kind, so that Honeydo can keep its record where it has not learnt to.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader} on the class path. The one whose {@link
 * #scheme} begins {@code DB_URI} is used.
 */
public interface RecordStoreProvider {

  /** What stands before the first colon of the URIs that this provider opens, in lower case. */
  String scheme();

  /**
   * Opens the store that {@code uri} names, making what is missing.
   *
   * @param uri the whole of {@code DB_URI}; may hold a password
   * @param clock what decides whether sessions and refresh families are live
   * @throws IllegalArgumentException when the URI is malformed; the message says what would be
   *     right and repeats nothing of it
   * @throws PortUnavailable when the store refuses to be opened
   */
  RecordStore open(String uri, InstantSource clock);
}

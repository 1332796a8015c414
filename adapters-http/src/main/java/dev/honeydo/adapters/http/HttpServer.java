package dev.honeydo.adapters.http;

import java.util.function.Supplier;

/**
 * Serves the use cases over HTTP/1.1.
 *
 * <p>Thread-safe. It is started once and closed for good.
 */
public final class HttpServer implements AutoCloseable {
  private final HttpSettings settings;
  private final UseCases useCases;
  private final Supplier<String> requestIds;

  /**
   * A server that is not started yet.
   *
   * @param requestIds makes the id of a request that brings none: 1 to 128 characters of {@code
   *     A-Z}, {@code a-z}, {@code 0-9}, {@code .}, {@code _} and {@code -}
   */
  public HttpServer(HttpSettings settings, UseCases useCases, Supplier<String> requestIds) {
    this.settings = settings;
    this.useCases = useCases;
    this.requestIds = requestIds;
  }

  /**
   * Listens; from the moment this returns {@code /readyz} is 200.
   *
   * @throws java.io.UncheckedIOException when the address cannot be had
   */
  public void start() {
    throw new UnsupportedOperationException(settings + " " + useCases + " " + requestIds);
  }

  /** The port it listens on. */
  public int port() {
    throw new UnsupportedOperationException();
  }

  /** Has {@code /readyz} say 503 from now on, so that traffic goes elsewhere; serves on. */
  public void drain() {
    throw new UnsupportedOperationException();
  }

  /**
   * Drains, takes no new connections, waits for the requests in flight as long as {@link
   * HttpSettings#drainTime} at most, and stops. To close it again does nothing.
   */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}

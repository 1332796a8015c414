package dev.honeydo.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * A port for servers of tests that go away and come back.
 *
 * <p>It is none of those that systems give to whoever connects (on Linux from 32768): those may be
 * somebody else's by the time the server is back, or a client's own, which then is connected to
 * itself. Ten thousand above it there is none of those either, where a Redis Cluster wants another.
 */
public final class FreePort {
  private static final int LOWEST = 10_000;
  private static final int COUNT = 12_000;
  private static final Random RANDOM = new Random();

  private FreePort() {}

  /**
   * One where nobody listens on this machine's loopback address, at the moment.
   *
   * @throws UncheckedIOException when nobody can listen anywhere
   */
  public static int next() {
    try {
      while (true) {
        int port = LOWEST + RANDOM.nextInt(COUNT);
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
          return free.getLocalPort();
        } catch (BindException taken) {
          // Then another one.
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

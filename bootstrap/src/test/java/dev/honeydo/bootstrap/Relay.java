package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The network between an instance and its Redis, on which nothing may come through by which the
 * server tells of changes: a connection over which tracking was asked for. It stays open.
 */
final class Relay implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final AtomicInteger muted = new AtomicInteger();

  /** Held for reading by whoever passes on what the server tells, for writing while it is mute. */
  private final ReentrantReadWriteLock tellings = new ReentrantReadWriteLock(true);

  Relay(int target) {
    this.target = target;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "redis://127.0.0.1:" + listener.getLocalPort();
  }

  /** Nothing that the server tells comes through, as if the network swallowed it. */
  void mute() {
    tellings.writeLock().lock();
  }

  /** After {@link #mute}, by the same thread. */
  void unmute() {
    tellings.writeLock().unlock();
  }

  /** How many connections there were over which tracking was asked for. */
  int trackingConnections() {
    return muted.get();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        Link link = new Link(near, far);
        var _ = Thread.ofVirtual().start(link::ask);
        var _ = Thread.ofVirtual().start(link::tell);
      } catch (IOException closed) {
        // The loop ends with the listener; a target that refuses closes nothing else.
      }
    }
  }

  private final class Link {
    private final Socket near;
    private final Socket far;
    private volatile boolean tracking;

    Link(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void ask() {
      pass(
          near,
          far,
          (bytes, length, out) -> {
            if (!tracking && new String(bytes, 0, length, ISO_8859_1).contains("TRACKING")) {
              tracking = true;
              muted.incrementAndGet();
            }
            out.write(bytes, 0, length);
          });
    }

    void tell() {
      pass(
          far,
          near,
          (bytes, length, out) -> {
            if (!tracking) {
              out.write(bytes, 0, length);
              return;
            }
            tellings.readLock().lock();
            try {
              out.write(bytes, 0, length);
            } finally {
              tellings.readLock().unlock();
            }
          });
    }

    private static void pass(Socket from, Socket to, Passage passage) {
      byte[] bytes = new byte[8192];
      try (from;
          to) {
        OutputStream out = to.getOutputStream();
        for (int read = from.getInputStream().read(bytes);
            read >= 0;
            read = from.getInputStream().read(bytes)) {
          passage.pass(bytes, read, out);
        }
      } catch (IOException closed) {
        // One end is closed, so the other is.
      }
    }
  }

  private interface Passage {
    void pass(byte[] bytes, int length, OutputStream out) throws IOException;
  }
}

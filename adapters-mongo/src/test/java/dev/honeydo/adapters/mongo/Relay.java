package dev.honeydo.adapters.mongo;

import dev.honeydo.contracts.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The network between the adapters and a server: it can be {@linkplain #cut cut}, so that
 * connections break and none can be made, and {@linkplain #stall stalled}, so that they stay and
 * nothing comes through.
 */
final class Relay implements AutoCloseable {
  private final InetSocketAddress target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /** Held for reading by whoever passes bytes on, for writing while nothing may pass. */
  private final ReentrantReadWriteLock passage = new ReentrantReadWriteLock(true);

  private ServerSocket listener;

  Relay(int targetPort) {
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    this.listener = listening(FreePort.next());
  }

  int port() {
    return listener.getLocalPort();
  }

  String uri() {
    return "mongodb://127.0.0.1:" + port();
  }

  void cut() {
    try {
      listener.close();
      for (Socket each : sockets) {
        each.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void mend() {
    listener = listening(listener.getLocalPort());
  }

  void stall() {
    passage.writeLock().lock();
  }

  void flow() {
    passage.writeLock().unlock();
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket listening(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var _ = Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket near = from.accept();
        Socket far = new Socket(target.getAddress(), target.getPort());
        sockets.add(near);
        sockets.add(far);
        var _ = Thread.ofVirtual().start(() -> pass(near, far));
        var _ = Thread.ofVirtual().start(() -> pass(far, near));
      } catch (IOException closed) {
        // The loop ends with the listener; a target that refuses closes nothing else.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passage.readLock().lock();
        try {
          out.write(buffer, 0, read);
        } finally {
          passage.readLock().unlock();
        }
      }
    } catch (IOException closed) {
      // One end is closed, so the other is.
    }
  }
}

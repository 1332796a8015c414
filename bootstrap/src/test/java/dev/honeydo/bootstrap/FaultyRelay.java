package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.honeydo.contracts.FreePort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between instances and a server that they need, on which anything can go wrong. */
final class FaultyRelay implements AutoCloseable {
  /** What a server says that has no idea of the protocol, or of what it was asked. */
  private static final byte[] NO_PROTOCOL =
      "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  private static final byte[] NO_ANSWER = ":1\r\n".getBytes(US_ASCII);
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final Duration PER_BYTE = Duration.ofSeconds(1);
  private static final byte[] END = {};

  /** What is wrong. */
  enum Trouble {
    /** Nothing. */
    NONE,
    /** Nobody listens, and what was open is closed. */
    REFUSED,
    /** Connections are accepted and reset at once, and what was open is reset. */
    RESET,
    /** Connections are accepted and stay; nothing comes through in either direction. */
    SILENT,
    /** Each answer comes {@link #LATE}. */
    LATE,
    /** Answers come at a byte a second. */
    TRICKLE,
    /** Answers are something else. */
    GARBAGE
  }

  private final int port;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Object changes = new Object();
  private volatile Trouble trouble = Trouble.NONE;
  private volatile boolean closed;
  private ServerSocket listener;

  FaultyRelay(int target) {
    this.target = target;
    this.listener = listening(FreePort.next());
    this.port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  /** Begins a trouble; or ends all, with {@link Trouble#NONE}. */
  void is(Trouble next) {
    Trouble before = trouble;
    synchronized (changes) {
      trouble = next;
      changes.notifyAll();
    }
    switch (next) {
      case REFUSED -> {
        close(listener);
        links.forEach(Link::close);
      }
      case RESET -> links.forEach(Link::reset);
      case NONE, SILENT, LATE, TRICKLE, GARBAGE -> {
        if (before == Trouble.REFUSED) {
          listener = listening(port);
        } else if (before == Trouble.GARBAGE) {
          // Nobody knows any more which answer is to what.
          links.forEach(Link::close);
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    close(listener);
    links.forEach(Link::close);
  }

  private ServerSocket listening(int where) {
    try {
      ServerSocket next = new ServerSocket(where, 200, InetAddress.getLoopbackAddress());
      var _ = Thread.ofVirtual().start(() -> accept(next));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket near = from.accept();
        if (trouble == Trouble.RESET) {
          near.setSoLinger(true, 0);
          near.close();
          continue;
        }
        new Link(near, new Socket(InetAddress.getLoopbackAddress(), target)).begin();
      } catch (IOException gone) {
        // The loop ends with the listener; a target that refuses closes nothing else.
      }
    }
  }

  private static void close(AutoCloseable it) {
    try {
      it.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until then, or until something changes. */
  private void await(long deadline) throws InterruptedException {
    synchronized (changes) {
      Trouble now = trouble;
      for (long left = deadline - System.nanoTime();
          left > 0 && trouble == now && !closed;
          left = deadline - System.nanoTime()) {
        changes.wait(left / 1_000_000 + 1);
      }
    }
  }

  /** What came at once, of which nobody changes a byte; nothing is the end. */
  private static final class Chunk {
    private final byte[] bytes;
    private final long readAt;

    Chunk(byte[] bytes, long readAt) {
      this.bytes = bytes;
      this.readAt = readAt;
    }

    byte[] bytes() {
      return bytes;
    }

    long readAt() {
      return readAt;
    }

    boolean isEnd() {
      return bytes.length == 0;
    }
  }

  private final class Link implements AutoCloseable {
    private final Socket near;
    private final Socket far;
    private final int number = accepted.incrementAndGet();
    private final Random random = new Random(number);

    Link(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void begin() {
      links.add(this);
      carry(near, far, this::ask);
      carry(far, near, this::answer);
    }

    private void carry(Socket from, Socket to, Passage passage) {
      BlockingQueue<Chunk> way = new LinkedBlockingQueue<>();
      var _ = Thread.ofVirtual().start(() -> read(from, way));
      var _ =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  OutputStream out = to.getOutputStream();
                  for (Chunk next = way.take(); !next.isEnd(); next = way.take()) {
                    passage.pass(next, out);
                  }
                } catch (IOException | InterruptedException ended) {
                  // One end is closed, so the other is.
                } finally {
                  close();
                }
              });
    }

    private static void read(Socket from, BlockingQueue<Chunk> way) {
      byte[] bytes = new byte[8192];
      try {
        for (int read = from.getInputStream().read(bytes);
            read >= 0;
            read = from.getInputStream().read(bytes)) {
          way.add(new Chunk(java.util.Arrays.copyOf(bytes, read), System.nanoTime()));
        }
      } catch (IOException closed) {
        // As at the end.
      } finally {
        way.add(new Chunk(END, 0));
      }
    }

    private void ask(Chunk chunk, OutputStream out) throws IOException, InterruptedException {
      while (trouble == Trouble.SILENT && !near.isClosed()) {
        await(System.nanoTime() + PER_BYTE.toNanos());
      }
      out.write(chunk.bytes());
    }

    private void answer(Chunk chunk, OutputStream out) throws IOException, InterruptedException {
      int done = 0;
      while (done < chunk.bytes().length && !near.isClosed()) {
        switch (trouble) {
          case SILENT -> await(System.nanoTime() + PER_BYTE.toNanos());
          case LATE -> {
            await(chunk.readAt() + LATE.toNanos());
            out.write(chunk.bytes(), done, chunk.bytes().length - done);
            return;
          }
          case TRICKLE -> {
            out.write(chunk.bytes()[done++]);
            await(System.nanoTime() + PER_BYTE.toNanos());
          }
          case GARBAGE -> {
            out.write(garbage());
            return;
          }
          case NONE, REFUSED, RESET -> {
            out.write(chunk.bytes(), done, chunk.bytes().length - done);
            return;
          }
        }
      }
    }

    private byte[] garbage() {
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      return switch (number % 3) {
        case 0 -> NO_PROTOCOL;
        case 1 -> NO_ANSWER;
        default -> noise;
      };
    }

    void reset() {
      try {
        near.setSoLinger(true, 0);
      } catch (IOException closed) {
        // It is gone already.
      }
      close();
    }

    @Override
    public void close() {
      links.remove(this);
      FaultyRelay.close(near);
      FaultyRelay.close(far);
      synchronized (changes) {
        changes.notifyAll();
      }
    }
  }

  private interface Passage {
    void pass(Chunk chunk, OutputStream out) throws IOException, InterruptedException;
  }
}

package dev.honeydo.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Sends requests over connections that stay open, one at a time on each.
 *
 * <p>Either as fast as they are answered; or at a rate, whatever the server does. In the second
 * case a request that has to wait since all connections are busy has taken as long as from when it
 * was due: what a slow server holds up counts (there is no coordinated omission).
 */
final class Generator {
  private final List<InetSocketAddress> servers;
  private final int connections;

  Generator(List<InetSocketAddress> servers, int connections) {
    this.servers = List.copyOf(servers);
    this.connections = connections;
  }

  /**
   * What came of it.
   *
   * @param answers how many requests were answered well
   * @param errors how many were not
   */
  record Result(long answers, long errors, Duration time, Latencies latencies) {
    /** Answers in each second. */
    double rate() {
      return answers / (time.toNanos() / 1e9);
    }
  }

  /** Sends as fast as it is answered, for that long. */
  Result flatOut(Requests requests, Duration time) throws IOException {
    return run(requests, time, 0, Long.MAX_VALUE);
  }

  /** Sends so many as fast as they are answered, however long that takes. */
  Result flatOut(Requests requests, long count) throws IOException {
    return run(requests, Duration.ofHours(1), 0, count);
  }

  /** Sends so many in each second. */
  Result at(int perSecond, Requests requests, Duration time) throws IOException {
    return run(requests, time, 1_000_000_000L / perSecond, Long.MAX_VALUE);
  }

  private Result run(Requests requests, Duration time, long interval, long most)
      throws IOException {
    try (Selector selector = Selector.open()) {
      Deque<Connection> idle = new ArrayDeque<>();
      for (int i = 0; i < connections; i++) {
        idle.add(Connection.open(servers.get(i % servers.size()), selector));
      }
      Run run = new Run(selector, idle, requests, interval, most);
      try {
        return run.until(System.nanoTime() + time.toNanos());
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }
  }

  private static final class Run {
    private final Selector selector;
    private final Deque<Connection> idle;
    private final Requests requests;
    private final long interval;
    private final long most;
    private final Latencies latencies = new Latencies();
    private final int connections;
    private long begun;
    private long sent;
    private long errors;
    private long answers;

    Run(Selector selector, Deque<Connection> idle, Requests requests, long interval, long most) {
      this.most = most;
      this.selector = selector;
      this.idle = idle;
      this.connections = idle.size();
      this.requests = requests;
      this.interval = interval;
    }

    Result until(long end) throws IOException {
      begun = System.nanoTime();
      long now = begun;
      while (now < end && sent < most || idle.size() < connections) {
        if (now < end) {
          send(now, end);
        } else if (now > end + 2_000_000_000L) {
          errors += connections - idle.size();
          break;
        }
        receive(now);
        now = System.nanoTime();
      }
      return new Result(answers, errors, Duration.ofNanos(now - begun), latencies);
    }

    private void send(long now, long end) throws IOException {
      while (!idle.isEmpty() && sent < most) {
        long due = interval == 0 ? now : begun + sent * interval;
        if (due > now || due > end) {
          return;
        }
        idle.pop().send(requests.number(sent), due);
        sent++;
      }
    }

    private void receive(long now) throws IOException {
      long wait = interval == 0 ? 1_000_000 : begun + sent * interval - now;
      if (idle.isEmpty() || idle.size() < connections && wait > 1_000_000) {
        int _ = selector.select(1);
      } else if (wait > 1_000_000) {
        int _ = selector.select(wait / 1_000_000);
      } else {
        int _ = selector.selectNow();
        if (selector.selectedKeys().isEmpty()) {
          Thread.onSpinWait();
        }
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        int status = connection.receive();
        if (status != 0) {
          long taken = System.nanoTime() - connection.due();
          if (status < 400) {
            latencies.add(taken);
            answers++;
          } else {
            errors++;
          }
          idle.add(connection);
        }
      }
      selector.selectedKeys().clear();
    }
  }
}

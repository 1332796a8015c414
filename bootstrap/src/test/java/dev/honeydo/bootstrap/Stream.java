package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream of events, read as somebody would who has nothing but the contract. */
final class Stream implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InputStream body;
  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private Stream(InputStream body) {
    this.body = body;
    var _ = Thread.ofVirtual().start(this::readAll);
  }

  /**
   * Opens one.
   *
   * @param last the last id that was read, or nothing
   */
  static Stream open(URI address, String token, String last) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/api/events"))
            .header("Authorization", "Bearer " + token);
    if (!last.isEmpty()) {
      request.header("Last-Event-ID", last);
    }
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError("no stream: " + response.statusCode());
      }
      return new Stream(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What comes next. */
  Frame next() {
    try {
      Frame frame = frames.poll(PATIENCE.toMillis(), MILLISECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came");
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether something that was not taken has that text in it. */
  boolean holds(String text) {
    return frames.stream().anyMatch(it -> it.data().contains(text));
  }

  boolean endsWithin(Duration time) {
    try {
      return ended.await(time.toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void readAll() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      String event = "";
      String id = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !id.isEmpty()) {
          frames.add(new Frame(event, id, data, System.nanoTime()));
          event = "";
          id = "";
          data = "";
        }
      }
    } catch (IOException broken) {
      // It has ended, whoever ended it.
    }
    ended.countDown();
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException closed) {
      // That is what was wanted.
    }
  }

  /**
   * One event; nothing where it says nothing.
   *
   * @param at when it was read, in nanoseconds as {@link System#nanoTime} has them
   */
  record Frame(String event, String id, String data, long at) {}
}

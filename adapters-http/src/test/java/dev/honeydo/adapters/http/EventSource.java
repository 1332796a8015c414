package dev.honeydo.adapters.http;

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

/** Reads a stream of events as a browser does. */
final class EventSource implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpResponse<InputStream> response;
  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private EventSource(HttpResponse<InputStream> response) {
    this.response = response;
    var _ = Thread.ofVirtual().start(this::readAll);
  }

  /** Asks for the stream; headers are names and values in turn. */
  static EventSource open(int port, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new EventSource(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** What comes next, comments left out. */
  Frame next() {
    Frame frame = any();
    while (frame.isComment()) {
      frame = any();
    }
    return frame;
  }

  /** What comes next. */
  Frame any() {
    try {
      Frame frame = frames.poll(PATIENCE.toMillis(), MILLISECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether nothing but comments has come that was not taken. */
  boolean isQuiet() {
    return frames.stream().allMatch(Frame::isComment);
  }

  /** Whether the stream ends in that time. */
  boolean endsWithin(Duration time) {
    try {
      return ended.await(time.toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readAll() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      Frame frame = Frame.NONE;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (status() != 200) {
          continue;
        }
        if (line.isEmpty()) {
          frames.add(frame);
          frame = Frame.NONE;
        } else {
          frame = frame.with(line);
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
      response.body().close();
    } catch (IOException closed) {
      // That is what was wanted.
    }
  }

  /** What stands between two empty lines; what is not there is empty. */
  record Frame(String event, String id, String data, String retry) {
    static final Frame NONE = new Frame("", "", "", "");

    Frame with(String line) {
      int colon = line.indexOf(": ");
      String value = colon < 0 ? "" : line.substring(colon + 2);
      return switch (colon < 0 ? line : line.substring(0, colon)) {
        case "event" -> new Frame(value, id, data, retry);
        case "id" -> new Frame(event, value, data, retry);
        case "data" -> new Frame(event, id, data + value, retry);
        case "retry" -> new Frame(event, id, data, value);
        case ":" -> this;
        default -> throw new AssertionError("no line of an event stream: " + line);
      };
    }

    boolean isComment() {
      return equals(NONE);
    }
  }
}

package dev.honeydo.adapters.http.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemJson;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.application.port.StoredAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a request is answered with: a status, header fields and, unless it is empty, a body. */
public final class Answer {
  private static final String CHALLENGE = "Bearer realm=\"honeydo\"";
  private static final String CHALLENGE_AFTER_BAD_TOKEN = CHALLENGE + ", error=\"invalid_token\"";

  private static final String LOCATION = "Location";
  private static final String ETAG = "ETag";
  private static final String VARY = "Vary";

  /** How soon to come back where nothing better is known: by then a store's circuit may be shut. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final int status;
  private final Optional<String> mediaType;
  private final byte[] body;
  private final Optional<Stream> stream;
  private final List<String> headers = new ArrayList<>(6);
  private @Nullable ProblemType problem;

  private Answer(int status, Optional<String> mediaType, byte[] body) {
    this(status, mediaType, body, Optional.empty());
  }

  private Answer(int status, Optional<String> mediaType, byte[] body, Optional<Stream> stream) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.stream = stream;
  }

  /** What writes a body bit by bit, for as long as it takes; one of the two is called, once. */
  public interface Stream {
    /** Writes the body and flushes what is to be sent at once; the answer ends when it returns. */
    void writeTo(OutputStream out) throws IOException;

    /** The body is not wanted. */
    void abandon();
  }

  /** An answer whose body is written bit by bit, when nothing else is held for the request. */
  public static Answer stream(String mediaType, Stream stream) {
    return new Answer(200, Optional.of(mediaType), new byte[0], Optional.of(stream));
  }

  /** An answer without a body: 204 or 304. */
  public static Answer empty(int status) {
    return new Answer(status, Optional.empty(), new byte[0]);
  }

  /** An answer in JSON. */
  public static Answer json(int status, JsonText.Content content) {
    return json(status, JsonText.of(content));
  }

  /** An answer whose body is JSON already. */
  public static Answer json(int status, byte[] body) {
    return new Answer(status, Optional.of("application/json"), body);
  }

  /** An answer of some other media type. */
  public static Answer of(int status, String mediaType, byte[] body) {
    return new Answer(status, Optional.of(mediaType), body);
  }

  /** A file as it is. */
  public static Answer file(String mediaType, byte[] body) {
    return new Answer(200, Optional.of(mediaType), body);
  }

  /** A page. */
  public static Answer html(int status, byte[] body) {
    return new Answer(status, Optional.of("text/html;charset=utf-8"), body);
  }

  /**
   * A problem, with the header fields that its status calls for.
   *
   * @param instance the path of the request
   */
  public static Answer problem(Problem problem, String instance, String requestId) {
    byte[] body = ProblemJson.of(problem, instance, requestId);
    int status = problem.type().status();
    Answer answer =
        new Answer(status, Optional.of(ProblemJson.MEDIA_TYPE), body)
            .with("Cache-Control", "no-store");
    answer.problem = problem.type();
    if (status == 401) {
      answer.with("WWW-Authenticate", challenge(problem));
    }
    if (status == 429 || status == 503) {
      answer.with("Retry-After", seconds(problem.retryAfter().orElse(SOON)));
    }
    return answer;
  }

  /** An answer that was given before. */
  static Answer replaying(StoredAnswer stored) {
    Answer answer = new Answer(stored.status(), stored.mediaType(), stored.body().getBytes(UTF_8));
    stored.location().ifPresent(it -> answer.with(LOCATION, it));
    stored.etag().ifPresent(it -> answer.with(ETAG, it));
    if (stored.status() >= 400) {
      answer.with("Cache-Control", "no-store");
    }
    return answer.with("Idempotent-Replayed", "true");
  }

  /** What there is to keep of it, to be given again: its body must be text in UTF-8. */
  StoredAnswer stored() {
    return new StoredAnswer(
        status, new String(body, UTF_8), mediaType, header(LOCATION), header(ETAG));
  }

  private static String challenge(Problem problem) {
    return switch (problem.type()) {
      case TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, REFRESH_TOKEN_REUSED ->
          CHALLENGE_AFTER_BAD_TOKEN;
      default -> CHALLENGE;
    };
  }

  /** Whole seconds, rounded up, at least one. */
  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds()));
  }

  /** Adds a header field. */
  public Answer with(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  /** Adds request fields to those that the answer depends on; one that is there stays alone. */
  Answer varyBy(String field) {
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equals(VARY)) {
        List<String> known = List.of(headers.get(i + 1).split(", "));
        if (!known.contains(field)) {
          headers.set(i + 1, headers.get(i + 1) + ", " + field);
        }
        return this;
      }
    }
    return with(VARY, field);
  }

  /** With another validator in the place of the one it has, if it has one. */
  Answer retagged(UnaryOperator<String> change) {
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equals(ETAG)) {
        headers.set(i + 1, change.apply(headers.get(i + 1)));
      }
    }
    return this;
  }

  /** The same answer with its body in some coding. */
  Answer encoded(String coding, byte[] encoded) {
    Answer answer = new Answer(status, mediaType, encoded);
    answer.problem = problem;
    answer.headers.addAll(headers);
    return answer.with("Content-Encoding", coding);
  }

  /** Whether no cache may store it. */
  boolean isNotToBeStored() {
    return header("Cache-Control").filter("no-store"::equals).isPresent();
  }

  /** Whether a header field of exactly that name has been added. */
  boolean has(String name) {
    return header(name).isPresent();
  }

  private Optional<String> header(String name) {
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equals(name)) {
        return Optional.of(headers.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** What kind of problem it tells of, where it tells of one. */
  @Nullable ProblemType problem() {
    return problem;
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** The {@code Content-Type}; absent where there is no body. */
  public Optional<String> mediaType() {
    return mediaType;
  }

  /** How long the body is. */
  public int length() {
    return body.length;
  }

  /** What writes the body; absent where it is there as a whole. */
  Optional<Stream> stream() {
    return stream;
  }

  /** The bytes of the body, not to be changed. */
  byte[] body() {
    return body;
  }

  /** Passes every header field on, but those of the body. */
  public void forEachHeader(BiConsumer<String, String> consumer) {
    for (int i = 0; i < headers.size(); i += 2) {
      consumer.accept(headers.get(i), headers.get(i + 1));
    }
  }

  /** The body as a read-only buffer. */
  public ByteBuffer content() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }
}

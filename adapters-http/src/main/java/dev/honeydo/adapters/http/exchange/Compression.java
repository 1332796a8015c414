package dev.honeydo.adapters.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses what is long enough for clients that take it (RFC 9110, section 12.5.3). What is
 * compressed has an entity tag of its own: that of the plain body with {@value #MARK} in its
 * quotes.
 *
 * <p>What must not be stored is not compressed if it is JSON: it may hold a secret beside what an
 * attacker had written, and its length would tell of both (BREACH).
 */
final class Compression {
  /** What the entity tag of a compressed body has behind that of the plain one. */
  static final String MARK = ";gzip";

  private static final int LONGEST_PLAIN = 1024;
  private static final String CODING = "gzip";
  private static final String ACCEPT_ENCODING = "Accept-Encoding";
  private static final Set<String> KINDS =
      Set.of(
          "application/json",
          "application/problem+json",
          "text/html",
          "text/css",
          "text/javascript",
          "text/plain",
          "image/svg+xml");
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  private Compression() {}

  /** The answer in the coding that the client wants. */
  static Answer of(HttpServletRequest request, Answer answer) {
    if (answer.status() == 304) {
      return notModified(request, answer.varyBy(ACCEPT_ENCODING));
    }
    if (answer.length() <= LONGEST_PLAIN || !isCompressible(answer)) {
      return answer;
    }
    Answer varying = answer.varyBy(ACCEPT_ENCODING);
    return isWanted(request)
        ? varying.encoded(CODING, compressed(answer.body())).retagged(Compression::marked)
        : varying;
  }

  /** The plain tag of one that may be marked. */
  static String plain(String opaque) {
    return opaque.endsWith(MARK) ? opaque.substring(0, opaque.length() - MARK.length()) : opaque;
  }

  private static String marked(String etag) {
    return etag.substring(0, etag.length() - 1) + MARK + "\"";
  }

  /** Tells the client which of the two it has. */
  private static Answer notModified(HttpServletRequest request, Answer answer) {
    return answer.retagged(etag -> {
      List<String> known = Collections.list(request.getHeaders("If-None-Match"));
      boolean hasMarked = known.stream().anyMatch(line -> line.contains(marked(etag)));
      boolean hasPlain = known.stream().anyMatch(line -> line.contains(etag));
      return hasMarked && (!hasPlain || isWanted(request)) ? marked(etag) : etag;
    });
  }

  private static boolean isCompressible(Answer answer) {
    String type = answer.mediaType().orElse("");
    int semicolon = type.indexOf(';');
    String kind = semicolon < 0 ? type : type.substring(0, semicolon);
    return KINDS.contains(kind) && !(kind.endsWith("json") && answer.isNotToBeStored());
  }

  /** Whether the client takes it, and would not rather have the body as it is. */
  private static boolean isWanted(HttpServletRequest request) {
    String field =
        String.join(",", Collections.list(request.getHeaders(ACCEPT_ENCODING)))
            .toLowerCase(Locale.ROOT);
    double ours = -1;
    double others = 0;
    double plain = 0;
    for (String range : field.split(",", -1)) {
      String[] parts = range.split(";", -1);
      double quality = quality(parts);
      switch (parts[0].strip()) {
        case CODING, "x-gzip" -> ours = Math.max(ours, quality);
        case "*" -> others = quality;
        case "identity" -> plain = quality;
        default -> {
          // A coding that we do not have.
        }
      }
    }
    double wanted = ours < 0 ? others : ours;
    return wanted > 0 && wanted >= plain;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        String weight = parameter.substring(2).strip();
        return WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : 0;
      }
    }
    return 1;
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}

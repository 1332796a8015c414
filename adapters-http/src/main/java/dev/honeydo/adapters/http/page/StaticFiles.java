package dev.honeydo.adapters.http.page;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of the class path that make a page. They are an exact list, read once: no name that a
 * client sends is ever looked up anywhere else. Each has a strong entity tag made of its bytes, and
 * clients ask each time whether it has changed.
 *
 * <p>Thread-safe.
 */
final class StaticFiles {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, File> files = new HashMap<>();

  /**
   * Reads the files.
   *
   * @param directory where they are on the class path, from its root
   * @throws IllegalStateException when one is not there or is of no known kind
   */
  StaticFiles(String directory, List<String> names) {
    names.forEach(name -> files.put(name, File.read(directory, name)));
  }

  /** The file of that name, or 304 where the client has it, or 404 where there is none. */
  Answer answer(Exchange exchange, String name) {
    File file = files.get(name);
    if (file == null) {
      return exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    }
    Answer answer =
        Conditions.isFresh(exchange, file.etag)
            ? Answer.empty(304)
            : Answer.file(file.mediaType, file.bytes);
    return answer.with("ETag", file.etag);
  }

  private static final class File {
    private final String mediaType;
    private final byte[] bytes;
    private final String etag;

    private File(String mediaType, byte[] bytes) {
      this.mediaType = mediaType;
      this.bytes = bytes;
      this.etag = Conditions.etagOf(bytes);
    }

    static File read(String directory, String name) {
      String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (mediaType == null) {
        throw new IllegalStateException("nobody knows what kind of file " + name + " is");
      }
      String path = "/" + directory + "/" + name;
      try (InputStream stream = StaticFiles.class.getResourceAsStream(path)) {
        if (stream == null) {
          throw new IllegalStateException("there is no " + path + " on the class path");
        }
        return new File(mediaType, stream.readAllBytes());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}

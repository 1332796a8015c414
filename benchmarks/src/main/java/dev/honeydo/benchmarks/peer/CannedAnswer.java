package dev.honeydo.benchmarks.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An answer of Honeydo's, for others to give: the same status, header fields and body.
 *
 * @param fields without those that a server adds by itself
 */
@SuppressWarnings("ArrayRecordComponent") // Given as it is, never compared.
public record CannedAnswer(int status, List<Field> fields, byte[] body) {
  private static final Set<String> OF_THE_SERVER = Set.of("date", "content-length", "connection");

  /** A header field. */
  public record Field(String name, String value) {}

  /** Copies the list. */
  public CannedAnswer {
    fields = List.copyOf(fields);
  }

  /** The answer in the file of that name, kept as it came over the wire. */
  public static CannedAnswer read(Path directory, String name) throws IOException {
    String text = new String(Files.readAllBytes(directory.resolve(name)), ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
    List<Field> fields = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String field = line.substring(0, colon);
      if (!OF_THE_SERVER.contains(field.toLowerCase(Locale.ROOT))) {
        fields.add(new Field(field, line.substring(colon + 1).strip()));
      }
    }
    int status = Integer.parseInt(lines.getFirst().substring(9, 12));
    return new CannedAnswer(status, fields, text.substring(end + 4).getBytes(ISO_8859_1));
  }

  /** The media type of the body. */
  public String contentType() {
    return fields.stream()
        .filter(it -> it.name().equalsIgnoreCase("Content-Type"))
        .map(Field::value)
        .findFirst()
        .orElseThrow();
  }
}

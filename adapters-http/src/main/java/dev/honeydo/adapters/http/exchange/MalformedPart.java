package dev.honeydo.adapters.http.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a message Jetty found malformed, in our words: its own may change from release to
 * release, and some repeat what the client sent. A reason that is none of these names no part.
 *
 * @param marks what its reasons have in them
 */
record MalformedPart(String sentence, List<String> marks) {
  private static final String VERSION = "The request line does not end in HTTP/1.1 or HTTP/1.0.";

  /** Tried in this order: some marks are in others. */
  private static final List<MalformedPart> PARTS =
      List.of(
          part(
              "The request has both a Content-Length and a Transfer-Encoding header.",
              "Transfer-Encoding and Content-Length"),
          part("The Content-Length header is not one whole number.", "Content-Length"),
          part(
              "The Transfer-Encoding header must be chunked, and that only once.",
              "Transfer-Encoding"),
          part("The request has more than one Host header.", "Duplicate Host"),
          part(
              "The Host header names another host than the request line.",
              "Mismatched Authority",
              "Authority!=Host"),
          part("The request has no Host header.", "No Host", "Blank Host"),
          part("The Host header is not a host with or without a port.", "Host", "Authority"),
          part(VERSION, "Version", "HTTP/0.9"),
          part("The request line does not begin with a method.", "Method"),
          part("The request line has no path.", "No URI"),
          part(
              "The path can be understood in two ways: it has an empty segment, an escaped slash, dot"
                  + " or percent sign, or dots with a parameter.",
              "Ambiguous"),
          part(
              "The path has an escape that is not % and two hexadecimal digits of UTF-8.",
              "percent encoding", "UTF-8", "UTF-16"),
          part("The path has a fragment: leave out # and what comes after it.", "Fragment"),
          part("The request line names a user in front of the host.", "User Info"),
          part("The path has a character that must be escaped.", "Path Character"),
          // What else Jetty cannot make anything of is the target.
          part(
              "The request line has no target that can be read: a path begins with a slash, and an"
                  + " escape in it is % and two hexadecimal digits of UTF-8.",
              "URI", "Bad Request"),
          part("A header goes on in a second line.", "Folding", "Continuation"),
          part("A header line has no colon.", "Colon"),
          part("A header has a space between its name and the colon.", "Whitespace"),
          part("A line does not end in CR LF.", "Bad EOL", "LF line"),
          part("A line ends too early: a header has no colon.", "Illegal character EOL"),
          part("The body's chunks are not as long as they say.", "chunk"),
          part(
              "The request line, a header or a chunk has a character that cannot stand there.",
              "Illegal character"));

  private static MalformedPart part(String sentence, String... marks) {
    return new MalformedPart(sentence, List.of(marks));
  }

  /** The sentence on the part, or empty where it is not known. */
  static Optional<String> of(int status, @Nullable String reason) {
    return switch (status) {
      case 417 -> Optional.of("The Expect header must be 100-continue.");
      case 426, 505 -> Optional.of(VERSION);
      default -> reason == null ? Optional.empty() : of(reason);
    };
  }

  private static Optional<String> of(String reason) {
    return PARTS.stream()
        .filter(part -> part.marks.stream().anyMatch(reason::contains))
        .map(MalformedPart::sentence)
        .findFirst();
  }
}

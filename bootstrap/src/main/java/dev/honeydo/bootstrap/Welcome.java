package dev.honeydo.bootstrap;

import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is printed once Honeydo serves: where it is, where the data is, and what to try first. */
final class Welcome {
  private Welcome() {}

  /** The text; its commands work as printed in a POSIX shell. */
  static String text(Config config, URI address) {
    return """

    Honeydo serves {address}
    Data is kept in {place}.
    {notices}
    Try it:
      curl -s {address}/api/auth/register -H 'Content-Type: application/json' \
    -d '{"name":"Ada","email":"ada@example.org","password":"correct horse battery"}'
      TOKEN=$(curl -s {address}/api/auth/login -H 'Content-Type: application/json' \
    -d '{"email":"ada@example.org","password":"correct horse battery"}' \
    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -s {address}/api/todos -H "Authorization: Bearer $TOKEN" \
    -H 'Content-Type: application/json' -d '{"heading":"Buy bread"}'
    """
        .replace("{address}", address.toString())
        .replace("{place}", place(config))
        .replace("{notices}", notices(config));
  }

  /** The same for those who run it rather than try it, a sentence each: one line of the log. */
  static List<String> sentences(Config config, URI address) {
    return Stream.concat(
            Stream.of("Honeydo serves " + address, "Data is kept in " + place(config)),
            config.notices().stream())
        .toList();
  }

  private static String place(Config config) {
    Path directory = config.dataDirectory().toAbsolutePath().normalize();
    return switch (config.storage()) {
      case Embedded() -> directory.toString();
      case Mongo(_, var database, _, _) -> "the MongoDB database " + database;
      case Provided _ -> "the record that DB_URI names";
    };
  }

  private static String notices(Config config) {
    StringBuilder text = new StringBuilder();
    config.notices().forEach(it -> text.append("Note: ").append(it).append('\n'));
    return text.toString();
  }
}

package dev.honeydo.bootstrap;

import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** What is printed once Honeydo serves: where it is, where the data is, and what to try first. */
final class Welcome {
  private Welcome() {}

  /** The text; its commands work as printed in a POSIX shell. */
  static String text(Config config, URI address) {
    String text =
        """

        Honeydo serves %s
        Data is kept in %s.
        %s
        Try it:
          curl -s %2$s/api/auth/register -H 'Content-Type: application/json' \
        -d '{"name":"Ada","email":"ada@example.org","password":"correct horse battery"}'
          TOKEN=$(curl -s %2$s/api/auth/login -H 'Content-Type: application/json' \
        -d '{"email":"ada@example.org","password":"correct horse battery"}' \
        | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
          curl -s %2$s/api/todos -H "Authorization: Bearer $TOKEN" \
        -H 'Content-Type: application/json' -d '{"heading":"Buy bread"}'
        """
            .replace("%2$s", address.toString());
    return String.format(Locale.ROOT, text, address, place(config), notices(config));
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

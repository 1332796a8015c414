package dev.honeydo.bootstrap.config;

import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where settings come from. */
public final class Settings {
  private Settings() {}

  /**
   * The variables of the environment, and those of the file {@code .env} in {@code directory}, if
   * there is one; where both set a variable the environment wins.
   *
   * @throws InvalidConfig when the file cannot be understood
   */
  public static Map<String, String> read(Path directory, Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    try {
      Dotenv file = Dotenv.configure().directory(directory.toString()).ignoreIfMissing().load();
      for (DotenvEntry entry : file.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        settings.put(entry.getKey(), entry.getValue());
      }
    } catch (DotenvException malformed) {
      // Its message quotes the line, which may hold a secret.
      throw new InvalidConfig(
          List.of(new Mistake(".env", "must have lines of the form NAME=value, or # comment")));
    }
    environment.forEach((name, value) -> {
      // What is set to nothing counts as not set, here as everywhere.
      if (!value.isBlank()) {
        settings.put(name, value);
      }
    });
    return settings;
  }
}

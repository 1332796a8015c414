package dev.honeydo.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, as far as it matters to whoever can change that. */
enum Trouble {
  /** There is one. */
  NONE("is there"),
  /** The server is away, or does not answer. */
  AWAY("is away"),
  /** There is nobody of that name, or the password is wrong. */
  CREDENTIALS("refuses the user name or the password"),
  /** The user is not allowed what a connection begins with. */
  RIGHTS("does not let its user do what Honeydo needs"),
  /** TLS fails. */
  CERTIFICATE("shows no certificate that can be trusted, or speaks no TLS");

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** What an exception tells. Its message is not for anybody's eyes. */
  static Trouble of(@Nullable Throwable failed) {
    return of(failed, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Trouble of(@Nullable Throwable failed, Set<Throwable> seen) {
    if (failed == null || !seen.add(failed)) {
      return AWAY;
    }
    if (failed instanceof SSLException) {
      return CERTIFICATE;
    }
    if (failed instanceof RedisCommandExecutionException) {
      String message = String.valueOf(failed.getMessage()).toUpperCase(Locale.ROOT);
      if (message.contains("WRONGPASS")
          || message.contains("NOAUTH")
          || message.contains("INVALID PASSWORD")) {
        return CREDENTIALS;
      }
      if (message.contains("NOPERM")) {
        return RIGHTS;
      }
    }
    for (Throwable each : failed.getSuppressed()) {
      Trouble found = of(each, seen);
      if (found != AWAY) {
        return found;
      }
    }
    return of(failed.getCause(), seen);
  }
}

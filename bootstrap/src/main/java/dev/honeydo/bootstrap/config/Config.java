package dev.honeydo.bootstrap.config;

import ch.qos.logback.classic.Level;
import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.application.idempotency.KeyLifetime;
import dev.honeydo.application.limit.RateLimits;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.user.EmailAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, checked as a whole.
 *
 * @param dataDirectory where the embedded record and the signing key are kept
 * @param redis absent where the instance does without
 * @param notices what whoever starts Honeydo should know, in words
 */
public record Config(
    Environment environment,
    Level logLevel,
    Path dataDirectory,
    Http http,
    Storage storage,
    Optional<Redis> redis,
    Auth auth,
    Limits limits,
    Copies copies,
    List<String> notices) {

  /** Copies the list. */
  public Config {
    notices = List.copyOf(notices);
  }

  /**
   * Reads the configuration.
   *
   * @param variables names and values, as in an environment; unknown names are ignored
   * @throws InvalidConfig when anything is wrong, naming everything that is
   */
  public static Config from(Map<String, String> variables) {
    return ConfigReader.read(new Variables(variables));
  }

  /** How careful to be. */
  public enum Environment {
    /** Start with nothing set ({@code DEBUG} is true or not set). */
    DEVELOPMENT,
    /** Start only with what a real installation needs ({@code DEBUG=False}). */
    PRODUCTION
  }

  /**
   * Where and how to serve.
   *
   * @param port 0 for any that is free
   * @param publicUrl how clients reach this server, where that is not {@code http://host:port}
   * @param corsOrigins the foreign origins whose pages may use the API
   * @param requireIfMatch whether a change without {@code If-Match} is refused
   * @param keyLifetime how long it is remembered what was done under an {@code Idempotency-Key}
   * @param trustedProxies the addresses and networks of proxies that say whom a request is from
   */
  public record Http(
      String host,
      int port,
      Optional<URI> publicUrl,
      List<String> corsOrigins,
      boolean requireIfMatch,
      KeyLifetime keyLifetime,
      List<String> trustedProxies) {
    /** Copies the lists. */
    public Http {
      corsOrigins = List.copyOf(corsOrigins);
      trustedProxies = List.copyOf(trustedProxies);
    }
  }

  /**
   * How much may be asked for.
   *
   * @param instances how many count for themselves while they cannot count together; absent where
   *     they are to be counted
   */
  public record Limits(RateLimits rates, Optional<Integer> instances) {}

  /**
   * How long copies of what the record holds are kept, if no write ends them first.
   *
   * @param profile of a user
   * @param list of a page of a list, or of how many there are
   * @param search of what was searched for, or of statistics
   * @param todo of one todo
   * @param warmUp of how many users some are made at start
   */
  public record Copies(
      Duration profile, Duration list, Duration search, Duration todo, int warmUp) {}

  /** Where the record is kept. */
  public sealed interface Storage {}

  /** In the data directory, by SQLite. */
  public record Embedded() implements Storage {}

  /**
   * On a MongoDB server.
   *
   * @param uri with user name and password, if it needs them
   */
  public record Mongo(String uri, String database, String todoCollection, String userCollection)
      implements Storage {

    /** Leaves the URI out: it can hold a password. */
    @Override
    public String toString() {
      return "Mongo[" + database + "]";
    }
  }

  /**
   * Wherever a provider on the class path keeps it.
   *
   * @param uri begins with the provider's scheme; can hold a password
   */
  public record Provided(String uri) implements Storage {

    /** Leaves the URI out: it can hold a password. */
    @Override
    public String toString() {
      return "Provided[" + uri.substring(0, uri.indexOf(':')) + "]";
    }
  }

  /**
   * A Redis server, for what instances share.
   *
   * @param url with user name and password, if it needs them
   * @param timeout how long a command may take
   * @param authorities a file of those who may vouch for its certificate; absent for Java's
   */
  public record Redis(String url, Duration timeout, Optional<Path> authorities) {

    /** Leaves the URL out: it can hold a password. */
    @Override
    public String toString() {
      return "Redis[timeout=" + timeout + "]";
    }
  }

  /**
   * How users prove who they are.
   *
   * @param signingKey as {@code JWT_SECRET_KEY} gives it
   * @param signingKeyFile as {@code JWT_SECRET_KEY_FILE} names it; where neither is there a key is
   *     kept in the data directory
   * @param adminEmail who becomes an admin by registering first
   * @param cleanupInterval how often what has expired is cleared out; zero is never
   */
  public record Auth(
      Optional<Secret> signingKey,
      Optional<Path> signingKeyFile,
      String issuer,
      TokenLifetime lifetime,
      SessionLimits sessions,
      Optional<EmailAddress> adminEmail,
      Duration cleanupInterval) {

    /** Whether whoever configured it has named a key. */
    boolean namesKey() {
      return signingKey.isPresent() || signingKeyFile.isPresent();
    }
  }
}

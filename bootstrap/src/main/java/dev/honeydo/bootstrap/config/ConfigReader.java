package dev.honeydo.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.bootstrap.config.Config.Auth;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Environment;
import dev.honeydo.bootstrap.config.Config.Http;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import dev.honeydo.bootstrap.config.Config.Storage;
import dev.honeydo.domain.auth.SessionLimits;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows each variable: its name, its form, its default and when it is needed. */
final class ConfigReader {
  private static final int KEY_BYTES = 32;
  private static final long THIRTY_DAYS = SessionLimits.DEFAULT.absolute().toSeconds();
  private static final Pattern URI_FORM = Pattern.compile("[a-z][a-z0-9+.-]*:\\S+");
  private static final Pattern DATABASE = Pattern.compile("[^/\\\\. \"$*<>:|?\\x00]{1,63}");
  private static final Pattern COLLECTION = Pattern.compile("(?!system\\.)[^$\\x00]{1,120}");

  /** Settings of parts that later versions bring. */
  private static final List<String> NOT_USED_YET =
      List.of(
          "REDIS_URL",
          "REDIS_HOST",
          "REDIS_PORT",
          "REDIS_DB",
          "REDIS_PASSWORD",
          "REDIS_SSL",
          "REDIS_MAX_CONNECTIONS",
          "REDIS_SOCKET_TIMEOUT",
          "CACHE_DEFAULT_TTL",
          "CACHE_LONG_TTL",
          "CACHE_SHORT_TTL",
          "SESSION_CLEANUP_INTERVAL",
          "EMAIL_SENDER",
          "EMAIL_PASSWORD",
          "SMTP_HOST",
          "SMTP_PORT",
          "EMAIL_ENABLED",
          "ROOT_PATH",
          "TRUSTED_PROXIES",
          "ADMIN_EMAIL",
          "RATE_LIMIT_LOGIN",
          "RATE_LIMIT_REGISTER",
          "RATE_LIMIT_REFRESH",
          "RATE_LIMIT_API",
          "IDEMPOTENCY_TTL",
          "INSTANCES");

  private final Variables variables;

  private ConfigReader(Variables variables) {
    this.variables = variables;
  }

  static Config read(Variables variables) {
    return new ConfigReader(variables).read();
  }

  private Config read() {
    Environment environment =
        variables.flag("DEBUG", true) ? Environment.DEVELOPMENT : Environment.PRODUCTION;
    Level level =
        variables
            .read("LOGGING_LEVEL", ConfigReader::level, "must be DEBUG, INFO, WARNING or ERROR")
            .orElse(Level.INFO);
    Path dataDirectory =
        variables
            .read("DATA_DIR", ConfigReader::path, "must be the path of a directory")
            .orElse(Path.of("data"));
    Http http = http(environment);
    Storage storage = storage(environment);
    Auth auth = auth(environment);
    variables.throwIfAnyIsWrong();
    return new Config(
        environment, level, dataDirectory, http, storage, auth, notices(environment, storage));
  }

  private Http http(Environment environment) {
    String everywhere = environment == Environment.PRODUCTION ? "0.0.0.0" : "127.0.0.1";
    List<String> origins = variables.list("CORS_ORIGINS");
    if (!origins.stream().allMatch(ConfigReader::isOrigin)) {
      variables.mistake(
          "CORS_ORIGINS", "must be origins such as https://app.example.org, separated by commas");
    }
    return new Http(
        variables.text("HOST", everywhere),
        (int) variables.number("PORT", 0, 65_535, 8080),
        variables.read(
            "PUBLIC_URL",
            ConfigReader::publicUrl,
            "must be an http or https URL without path, such as https://todo.example.org"),
        origins,
        variables.flag("REQUIRE_IF_MATCH", false));
  }

  private Storage storage(Environment environment) {
    Optional<String> uri =
        variables.read(
            "DB_URI",
            it -> Optional.of(it).filter(URI_FORM.asMatchPredicate()),
            "must be a URI that begins with mongodb:// or mongodb+srv://");
    String database = named("MONGO_DB", DATABASE, "honeydo");
    String todos = named("TODO_COLLECTION", COLLECTION, "todos");
    String users = named("USER_COLLECTION", COLLECTION, "users");
    if (todos.equals(users)) {
      variables.mistake("USER_COLLECTION", "must differ from TODO_COLLECTION");
    }
    if (variables.text("DB_URI").isEmpty() && environment == Environment.PRODUCTION) {
      variables.mistake("DB_URI", "must name a database in production (DEBUG=False)");
    }
    return uri.<Storage>map(
            it -> isMongoUri(it) ? new Mongo(it, database, todos, users) : new Provided(it))
        .orElseGet(Embedded::new);
  }

  private Auth auth(Environment environment) {
    Optional<Secret> key =
        variables
            .read(
                "JWT_SECRET_KEY",
                it -> Optional.of(it).filter(ConfigReader::isLongEnough),
                "must have at least 32 bytes: as text, or as base64:... (openssl rand -base64 32)")
            .map(Secret::new);
    if (variables.text("JWT_SECRET_KEY").isEmpty() && environment == Environment.PRODUCTION) {
      variables.mistake("JWT_SECRET_KEY", "must be set in production (DEBUG=False)");
    }
    if (!variables.text("JWT_ALGORITHM", "HS256").equals("HS256")) {
      variables.mistake("JWT_ALGORITHM", "must be HS256");
    }
    Duration lifetime =
        Duration.ofMinutes(variables.number("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", 1, 30, 30));
    Duration idle = Duration.ofSeconds(variables.number("SESSION_TTL", 60, THIRTY_DAYS, 86_400));
    int perUser = (int) variables.number("SESSIONS_PER_USER", 1, 1_000, 10);
    return new Auth(
        key,
        variables.text("JWT_ISSUER", "honeydo"),
        new TokenLifetime(lifetime),
        new SessionLimits(idle, SessionLimits.DEFAULT.absolute(), perUser));
  }

  private List<String> notices(Environment environment, Storage storage) {
    List<String> notices = new ArrayList<>();
    switch (storage) {
      case Embedded() ->
          notices.add("The embedded record is good for one instance; DB_URI names a MongoDB.");
      case Mongo _, Provided _ -> {
        if (environment == Environment.PRODUCTION) {
          notices.add("There is no Redis: what it would hold is kept by the record.");
        }
      }
    }
    List<String> unused =
        NOT_USED_YET.stream().filter(it -> variables.text(it).isPresent()).toList();
    if (!unused.isEmpty()) {
      notices.add("Set, but not used by this version: " + String.join(", ", unused) + ".");
    }
    return notices;
  }

  private String named(String name, Pattern form, String otherwise) {
    return variables
        .read(
            name,
            it -> Optional.of(it).filter(form.asMatchPredicate()),
            "must be a name that MongoDB allows")
        .orElse(otherwise);
  }

  private static Optional<Level> level(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Optional.of(Level.TRACE);
      case "DEBUG" -> Optional.of(Level.DEBUG);
      case "INFO" -> Optional.of(Level.INFO);
      case "WARNING", "WARN" -> Optional.of(Level.WARN);
      case "ERROR", "CRITICAL" -> Optional.of(Level.ERROR);
      default -> Optional.empty();
    };
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static Optional<URI> publicUrl(String text) {
    return uri(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
        .filter(it -> isOrigin(it.toString()));
  }

  private static boolean isOrigin(String text) {
    return uri(text)
        .filter(it -> it.getHost() != null && Set.of("http", "https").contains(it.getScheme()))
        .filter(it -> it.getRawPath().isEmpty() && it.getRawUserInfo() == null)
        .filter(it -> it.getRawQuery() == null && it.getRawFragment() == null)
        .isPresent();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notAUri) {
      return Optional.empty();
    }
  }

  private static boolean isMongoUri(String text) {
    return text.startsWith("mongodb://") || text.startsWith("mongodb+srv://");
  }

  private static boolean isLongEnough(String key) {
    if (!key.startsWith("base64:")) {
      return key.getBytes(UTF_8).length >= KEY_BYTES;
    }
    try {
      return Base64.getDecoder().decode(key.substring("base64:".length())).length >= KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

package dev.honeydo.bootstrap.config;

import static dev.honeydo.bootstrap.config.Setting.ADMIN_EMAIL;
import static dev.honeydo.bootstrap.config.Setting.CACHE_DEFAULT_TTL;
import static dev.honeydo.bootstrap.config.Setting.CACHE_LONG_TTL;
import static dev.honeydo.bootstrap.config.Setting.CACHE_SHORT_TTL;
import static dev.honeydo.bootstrap.config.Setting.CACHE_TODO_TTL;
import static dev.honeydo.bootstrap.config.Setting.CACHE_WARM_UP;
import static dev.honeydo.bootstrap.config.Setting.CORS_ORIGINS;
import static dev.honeydo.bootstrap.config.Setting.DATA_DIR;
import static dev.honeydo.bootstrap.config.Setting.DB_URI;
import static dev.honeydo.bootstrap.config.Setting.DEBUG;
import static dev.honeydo.bootstrap.config.Setting.HOST;
import static dev.honeydo.bootstrap.config.Setting.IDEMPOTENCY_TTL;
import static dev.honeydo.bootstrap.config.Setting.INSTANCES;
import static dev.honeydo.bootstrap.config.Setting.JWT_ACCESS_TOKEN_EXPIRE_MINUTES;
import static dev.honeydo.bootstrap.config.Setting.JWT_ALGORITHM;
import static dev.honeydo.bootstrap.config.Setting.JWT_ISSUER;
import static dev.honeydo.bootstrap.config.Setting.JWT_SECRET_KEY;
import static dev.honeydo.bootstrap.config.Setting.JWT_SECRET_KEY_FILE;
import static dev.honeydo.bootstrap.config.Setting.LOGGING_LEVEL;
import static dev.honeydo.bootstrap.config.Setting.MONGO_DB;
import static dev.honeydo.bootstrap.config.Setting.PORT;
import static dev.honeydo.bootstrap.config.Setting.PUBLIC_URL;
import static dev.honeydo.bootstrap.config.Setting.RATE_LIMIT_API;
import static dev.honeydo.bootstrap.config.Setting.RATE_LIMIT_LOGIN;
import static dev.honeydo.bootstrap.config.Setting.RATE_LIMIT_REFRESH;
import static dev.honeydo.bootstrap.config.Setting.RATE_LIMIT_REGISTER;
import static dev.honeydo.bootstrap.config.Setting.REDIS_DB;
import static dev.honeydo.bootstrap.config.Setting.REDIS_HOST;
import static dev.honeydo.bootstrap.config.Setting.REDIS_PASSWORD;
import static dev.honeydo.bootstrap.config.Setting.REDIS_PORT;
import static dev.honeydo.bootstrap.config.Setting.REDIS_SOCKET_TIMEOUT;
import static dev.honeydo.bootstrap.config.Setting.REDIS_SSL;
import static dev.honeydo.bootstrap.config.Setting.REDIS_SSL_CA_CERTS;
import static dev.honeydo.bootstrap.config.Setting.REDIS_URL;
import static dev.honeydo.bootstrap.config.Setting.REQUIRE_IF_MATCH;
import static dev.honeydo.bootstrap.config.Setting.SESSIONS_PER_USER;
import static dev.honeydo.bootstrap.config.Setting.SESSION_CLEANUP_INTERVAL;
import static dev.honeydo.bootstrap.config.Setting.SESSION_TTL;
import static dev.honeydo.bootstrap.config.Setting.TODO_COLLECTION;
import static dev.honeydo.bootstrap.config.Setting.TRUSTED_PROXIES;
import static dev.honeydo.bootstrap.config.Setting.USER_COLLECTION;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.application.idempotency.KeyLifetime;
import dev.honeydo.application.limit.RateLimits;
import dev.honeydo.bootstrap.config.Config.Auth;
import dev.honeydo.bootstrap.config.Config.Copies;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Environment;
import dev.honeydo.bootstrap.config.Config.Http;
import dev.honeydo.bootstrap.config.Config.Limits;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import dev.honeydo.bootstrap.config.Config.Redis;
import dev.honeydo.bootstrap.config.Config.Storage;
import dev.honeydo.domain.auth.SessionLimits;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a configuration of settings, and sees to it that they agree. */
final class ConfigReader {
  private static final int A_DAY = (int) Duration.ofDays(1).toSeconds();
  private static final int THIRTY_DAYS = (int) SessionLimits.DEFAULT.absolute().toSeconds();

  private static final int A_WEEK = (int) Duration.ofDays(7).toSeconds();

  private final Variables variables;

  private ConfigReader(Variables variables) {
    this.variables = variables;
  }

  static Config read(Variables variables) {
    return new ConfigReader(variables).read();
  }

  private Config read() {
    boolean debug = variables.get(DEBUG, Forms::flag);
    Environment environment = debug ? Environment.DEVELOPMENT : Environment.PRODUCTION;
    var level = variables.get(LOGGING_LEVEL, Forms::level);
    var dataDirectory = variables.get(DATA_DIR, Forms::path);
    Http http = http(environment);
    Storage storage = storage();
    Optional<Redis> redis = redis();
    Auth auth = auth();
    Limits limits = limits();
    Copies copies = copies();
    if (environment == Environment.PRODUCTION) {
      demand(DB_URI);
      if (!variables.isSet(JWT_SECRET_KEY_FILE)) {
        demand(JWT_SECRET_KEY);
      }
    }
    variables.throwIfAnyIsWrong();
    List<String> notices = notices(environment, storage, redis, http, auth);
    return new Config(
        environment, level, dataDirectory, http, storage, redis, auth, limits, copies, notices);
  }

  private void demand(Setting setting) {
    if (!variables.isSet(setting)) {
      variables.mistake(setting, "must be set in production (DEBUG=false)");
    }
  }

  private Http http(Environment environment) {
    String everywhere = environment == Environment.PRODUCTION ? "0.0.0.0" : "127.0.0.1";
    return new Http(
        variables.find(HOST, Optional::of).orElse(everywhere),
        variables.get(PORT, Forms.number(0, 65_535)),
        variables.find(PUBLIC_URL, Forms::origin),
        variables.find(CORS_ORIGINS, Forms::origins).orElse(List.of()),
        variables.get(REQUIRE_IF_MATCH, Forms::flag),
        new KeyLifetime(
            Duration.ofSeconds(variables.get(IDEMPOTENCY_TTL, Forms.number(60, A_WEEK)))),
        variables.find(TRUSTED_PROXIES, Forms::proxies).orElse(List.of()));
  }

  private Limits limits() {
    return new Limits(
        new RateLimits(
            variables.get(RATE_LIMIT_LOGIN, Forms::rate),
            variables.get(RATE_LIMIT_REGISTER, Forms::rate),
            variables.get(RATE_LIMIT_REFRESH, Forms::rate),
            variables.get(RATE_LIMIT_API, Forms::rate)),
        variables.find(INSTANCES, Forms.number(1, 1_000)));
  }

  private Copies copies() {
    return new Copies(
        seconds(CACHE_LONG_TTL),
        seconds(CACHE_DEFAULT_TTL),
        seconds(CACHE_SHORT_TTL),
        seconds(CACHE_TODO_TTL),
        variables.get(CACHE_WARM_UP, Forms.number(0, 10_000)));
  }

  private Duration seconds(Setting ttl) {
    return Duration.ofSeconds(variables.get(ttl, Forms.number(1, A_DAY)));
  }

  private Storage storage() {
    Optional<String> uri = variables.find(DB_URI, Forms::storeUri);
    String database = variables.get(MONGO_DB, Forms::database);
    String todos = variables.get(TODO_COLLECTION, Forms::collection);
    String users = variables.get(USER_COLLECTION, Forms::collection);
    if (todos.equals(users)) {
      variables.mistake(USER_COLLECTION, USER_COLLECTION.remedy());
    }
    return uri.<Storage>map(
            it -> isMongo(it) ? new Mongo(it, database, todos, users) : new Provided(it))
        .orElseGet(Embedded::new);
  }

  private Optional<Redis> redis() {
    Optional<String> url = variables.find(REDIS_URL, Forms::redisUrl);
    Optional<String> host = variables.find(REDIS_HOST, Forms::host);
    int port = variables.get(REDIS_PORT, Forms.number(1, 65_535));
    int database = variables.get(REDIS_DB, Forms.number(0, 65_535));
    boolean encrypted = variables.get(REDIS_SSL, Forms::flag);
    String credentials =
        variables
            .find(REDIS_PASSWORD, Optional::of)
            .map(it -> ":" + URLEncoder.encode(it, UTF_8).replace("+", "%20") + "@")
            .orElse("");
    String scheme = encrypted ? "rediss://" : "redis://";
    Duration timeout = variables.get(REDIS_SOCKET_TIMEOUT, Forms::seconds);
    Optional<Path> authorities = variables.find(REDIS_SSL_CA_CERTS, Forms::certificates);
    return url.or(() -> host.map(it -> scheme + credentials + it + ":" + port + "/" + database))
        .map(it -> new Redis(it, timeout, authorities));
  }

  private static boolean isMongo(String uri) {
    return uri.startsWith("mongodb://") || uri.startsWith("mongodb+srv://");
  }

  private Auth auth() {
    Optional<Secret> key = variables.find(JWT_SECRET_KEY, Forms::signingKey);
    Optional<Path> keyFile = variables.find(JWT_SECRET_KEY_FILE, Forms::path);
    if (variables.isSet(JWT_SECRET_KEY) && variables.isSet(JWT_SECRET_KEY_FILE)) {
      variables.mistake(JWT_SECRET_KEY_FILE, "must not be set where JWT_SECRET_KEY is");
    }
    String _ = variables.get(JWT_ALGORITHM, it -> Optional.of(it).filter("HS256"::equals));
    int minutes = variables.get(JWT_ACCESS_TOKEN_EXPIRE_MINUTES, Forms.number(1, 30));
    int idle = variables.get(SESSION_TTL, Forms.number(60, THIRTY_DAYS));
    int perUser = variables.get(SESSIONS_PER_USER, Forms.number(1, 1_000));
    int cleanup = variables.get(SESSION_CLEANUP_INTERVAL, Forms.number(0, A_DAY));
    return new Auth(
        key,
        keyFile,
        variables.get(JWT_ISSUER, Optional::of),
        new TokenLifetime(Duration.ofMinutes(minutes)),
        new SessionLimits(Duration.ofSeconds(idle), SessionLimits.DEFAULT.absolute(), perUser),
        variables.find(ADMIN_EMAIL, Forms::email),
        Duration.ofSeconds(cleanup));
  }

  private List<String> notices(
      Environment environment, Storage storage, Optional<Redis> redis, Http http, Auth auth) {
    List<String> notices = new ArrayList<>();
    switch (storage) {
      case Embedded() ->
          notices.add("The embedded record is good for one instance; DB_URI names a MongoDB.");
      case Mongo _, Provided _ -> {
        if (environment == Environment.PRODUCTION && redis.isEmpty()) {
          notices.add(
              "There is no Redis: instances hear of each other's logouts within two seconds.");
        }
        if (environment == Environment.DEVELOPMENT && !auth.namesKey()) {
          notices.add(
              "Without JWT_SECRET_KEY or JWT_SECRET_KEY_FILE each instance signs tokens that others refuse.");
        }
      }
    }
    if (environment == Environment.PRODUCTION && http.publicUrl().isEmpty()) {
      notices.add("Without a PUBLIC_URL of https the session's cookie is not Secure.");
    }
    List<String> unused =
        Setting.unused().stream().filter(variables::isSet).map(Setting::name).toList();
    if (!unused.isEmpty()) {
      notices.add("Set, but not used by this version: " + String.join(", ", unused) + ".");
    }
    return notices;
  }
}

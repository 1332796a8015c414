package dev.honeydo.bootstrap.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Each variable that can be set: what it has unless told otherwise, what would be right, and what
 * it is for. The page {@code docs/configuration.md} is made of this.
 */
public enum Setting {
  /** Development or production. */
  DEBUG(
      "true",
      "must be true or false",
      "`false` is production: it needs `JWT_SECRET_KEY` and `DB_URI`"),
  /** How much is logged. */
  LOGGING_LEVEL(
      "INFO",
      "must be DEBUG, INFO, WARNING or ERROR",
      "how much is logged; libraries log from WARNING at the most"),
  /** Where the embedded record is. */
  DATA_DIR(
      "data",
      "must be the path of a directory",
      "where the embedded record is kept, and the signing key if none is set"),
  /** The address to listen on. */
  HOST(
      "",
      "must be an address of this machine",
      "the address to listen on: `127.0.0.1` unless told otherwise, `0.0.0.0` in production"),
  /** The port to listen on. */
  PORT(
      "8080", "must be a whole number from 0 to 65535", "the port to listen on; 0 is any free one"),
  /** How clients reach it. */
  PUBLIC_URL(
      "",
      "must be an http or https URL without path, such as https://todo.example.org",
      "how clients reach the server, if not where it listens; with https the cookie is `Secure`"),
  /** Foreign origins. */
  CORS_ORIGINS(
      "",
      "must be origins such as https://app.example.org, separated by commas",
      "the foreign origins that a request with nothing but the cookie may come from; the headers"
          + " that browsers ask for before that come with a later version"),
  /** Whether changes need a precondition. */
  REQUIRE_IF_MATCH(
      "false",
      "must be true or false",
      "whether a PUT, PATCH or DELETE of a todo without `If-Match` is refused (428)"),
  /** How long keys are remembered. */
  IDEMPOTENCY_TTL(
      "86400",
      "must be a whole number from 60 to 604800",
      "how many seconds it is remembered what was answered under an `Idempotency-Key`"),
  /** The record. */
  DB_URI(
      "",
      "must be a URI, such as mongodb://host:27017",
      "where the record is kept: `mongodb://`, `mongodb+srv://`, or the scheme of a provider on"
          + " `ADAPTER_PATH`; without it, in `DATA_DIR`"),
  /** The database. */
  MONGO_DB("honeydo", "must be a name that MongoDB allows", "the MongoDB database"),
  /** The collection of todos. */
  TODO_COLLECTION(
      "todos",
      "must be a name that MongoDB allows, and none that Honeydo uses for something else",
      "its collection of todos"),
  /** The collection of users. */
  USER_COLLECTION(
      "users",
      "must be a name that MongoDB allows, neither TODO_COLLECTION nor one that Honeydo uses for"
          + " something else",
      "its collection of users"),
  /** What signs tokens. */
  JWT_SECRET_KEY(
      "",
      "must have at least 32 bytes: as text, or as base64:... (openssl rand -base64 32)",
      "what signs tokens; without it a key is made and kept in `DATA_DIR`"),
  /** How tokens are signed. */
  JWT_ALGORITHM("HS256", "must be HS256", "how tokens are signed"),
  /** The issuer. */
  JWT_ISSUER("honeydo", "must not be blank", "the `iss` of access tokens"),
  /** How long an access token is good for. */
  JWT_ACCESS_TOKEN_EXPIRE_MINUTES(
      "30", "must be a whole number from 1 to 30", "how long an access token is good for"),
  /** How long an unused session lives. */
  SESSION_TTL(
      "86400",
      "must be a whole number from 60 to 2592000",
      "how many seconds a session lives unused; in all it lives for 30 days"),
  /** How many sessions. */
  SESSIONS_PER_USER(
      "10",
      "must be a whole number from 1 to 1000",
      "how many sessions a user can have; one more, and the oldest goes"),

  /** Redis. */
  REDIS_URL,
  /** Redis. */
  REDIS_HOST,
  /** Redis. */
  REDIS_PORT,
  /** Redis. */
  REDIS_DB,
  /** Redis. */
  REDIS_PASSWORD,
  /** Redis. */
  REDIS_SSL,
  /** Redis. */
  REDIS_MAX_CONNECTIONS,
  /** Redis. */
  REDIS_SOCKET_TIMEOUT,
  /** Caching. */
  CACHE_DEFAULT_TTL,
  /** Caching. */
  CACHE_LONG_TTL,
  /** Caching. */
  CACHE_SHORT_TTL,
  /** Background work. */
  SESSION_CLEANUP_INTERVAL,
  /** Mail. */
  EMAIL_SENDER,
  /** Mail. */
  EMAIL_PASSWORD,
  /** Mail. */
  SMTP_HOST,
  /** Mail. */
  SMTP_PORT,
  /** Mail. */
  EMAIL_ENABLED,
  /** Proxies. */
  ROOT_PATH,
  /** Proxies. */
  TRUSTED_PROXIES,
  /** Admins. */
  ADMIN_EMAIL,
  /** Rate limits. */
  RATE_LIMIT_LOGIN,
  /** Rate limits. */
  RATE_LIMIT_REGISTER,
  /** Rate limits. */
  RATE_LIMIT_REFRESH,
  /** Rate limits. */
  RATE_LIMIT_API,
  /** Rate limits. */
  INSTANCES;

  private final String byDefault;
  private final String remedy;
  private final String meaning;

  Setting(String byDefault, String remedy, String meaning) {
    this.byDefault = byDefault;
    this.remedy = remedy;
    this.meaning = meaning;
  }

  /** A setting whose name is kept for a part that is not there yet. */
  Setting() {
    this("", "", "");
  }

  /** Whether this version does anything with it. */
  public boolean used() {
    return !meaning.isEmpty();
  }

  /** What it has when it is not set, as one would set it; empty where it then has nothing. */
  public Optional<String> byDefault() {
    return Optional.of(byDefault).filter(it -> !it.isEmpty());
  }

  /** What would be right, as the end of a sentence that begins with its name. */
  public String remedy() {
    return remedy;
  }

  /** What it is for, in Markdown. */
  public String meaning() {
    return meaning;
  }

  /** The settings that are there for later versions. */
  static List<Setting> unused() {
    return Arrays.stream(values()).filter(it -> !it.used()).toList();
  }
}

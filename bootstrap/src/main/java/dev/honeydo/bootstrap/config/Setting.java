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
      "`false` is production: it needs `DB_URI`, and `JWT_SECRET_KEY` or `JWT_SECRET_KEY_FILE`"),
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
      "the foreign origins whose pages may ask with credentials and read the answers (CORS); also"
          + " those that a request with nothing but the cookie may come from"),
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
  /** Redis. */
  REDIS_URL(
      "",
      "must be redis://host:6379/0, rediss://host for TLS,"
          + " redis-sentinel://host:26379,host2:26379/0#name-of-the-master, or for a cluster"
          + " redis://host:7000,host2:7000, with user and password percent-encoded",
      "a Redis for what instances share, copies all of it: `redis://`, or `rediss://` with TLS;"
          + " `redis-sentinel://host,host2/0#master` where Sentinels name it;"
          + " `redis://host,host2` or `redis-cluster://host` for a cluster; without one each instance"
          + " does for itself"),
  /** Who may vouch for it. */
  REDIS_SSL_CA_CERTS(
      "",
      "must be the path of a file of certificates in PEM",
      "a file with the certificates of those who may vouch for Redis' own, in PEM; without it those"
          + " whom Java trusts"),
  /** The host. */
  REDIS_HOST("", "must be the name or address of a host", "its host, if `REDIS_URL` is not set"),
  /** The port. */
  REDIS_PORT(
      "6379", "must be a whole number from 1 to 65535", "its port, if `REDIS_URL` is not set"),
  /** The database. */
  REDIS_DB(
      "0", "must be a whole number from 0 to 65535", "its database, if `REDIS_URL` is not set"),
  /** The password. */
  REDIS_PASSWORD("", "must not be blank", "its password, if `REDIS_URL` is not set"),
  /** TLS. */
  REDIS_SSL("false", "must be true or false", "whether TLS is spoken, if `REDIS_URL` is not set"),
  /** How long a command may take. */
  REDIS_SOCKET_TIMEOUT(
      "0.25",
      "must be a number from 0.01 to 60",
      "how many seconds a command may take, before Honeydo goes on without Redis"),
  /** What signs tokens. */
  JWT_SECRET_KEY(
      "",
      "must have at least 32 bytes: as text, or as base64:... (openssl rand -base64 32)",
      "what signs tokens; without it and `JWT_SECRET_KEY_FILE` a key is made and kept in `DATA_DIR`,"
          + " in the file `signing-key`, which is read as `JWT_SECRET_KEY_FILE` would be"),
  /** Where to read what signs tokens. */
  JWT_SECRET_KEY_FILE(
      "",
      "must be the path of a file",
      "a file of keys, one in each line, written as `JWT_SECRET_KEY` is: the first signs, what the"
          + " others have signed is still good. A change is taken up within seconds, without a"
          + " restart. Write the new key last, then first once every instance has it; drop the old"
          + " one when its refresh tokens have expired (30 days)"),
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
  /** Background work. */
  SESSION_CLEANUP_INTERVAL(
      "300",
      "must be a whole number from 0 to 86400",
      "how many seconds lie between two times that expired sessions and tokens are cleared from the"
          + " record; 0 is never. They are worth nothing either way"),
  /** Admins. */
  ADMIN_EMAIL(
      "",
      "must be an e-mail address, such as ada@example.org",
      "whoever registers with this address becomes an admin, if nobody has registered before"),

  /** Proxies. */
  TRUSTED_PROXIES(
      "",
      "must be addresses or networks such as 10.0.0.0/8, separated by commas, and not everybody's",
      "the proxies whose `X-Forwarded-For` says where a request comes from; from all others the"
          + " header does not count"),
  /** Rate limits. */
  RATE_LIMIT_LOGIN(
      "5/60",
      Remedies.RATE,
      "how many logins, in how many seconds: from one address, and likewise to one account; or"
          + " `off`. An IPv6 subnet of 64 bits is one address"),
  /** Rate limits. */
  RATE_LIMIT_REGISTER("3/3600", Remedies.RATE, "how many registrations from one address, or `off`"),
  /** Rate limits. */
  RATE_LIMIT_REFRESH("30/60", Remedies.RATE, "how many refreshes of one session, or `off`"),
  /** Rate limits. */
  RATE_LIMIT_API("600/60", Remedies.RATE, "how many requests of one user, or `off`"),
  /** Rate limits. */
  INSTANCES(
      "",
      "must be a whole number from 1 to 1000",
      "how many instances share the stores: where they cannot count together, each admits its share"
          + " of every limit; without it, as many as Redis has heard of last, or 1"),

  /** Copies. */
  CACHE_DEFAULT_TTL(
      "300", Remedies.TTL, "how many seconds a copy of a list, or of its count, is kept"),
  /** Copies. */
  CACHE_LONG_TTL("3600", Remedies.TTL, "how many seconds a copy of a profile is kept"),
  /** Copies. */
  CACHE_SHORT_TTL(
      "60", Remedies.TTL, "how many seconds a copy of what was searched or counted is kept"),
  /** Copies. */
  CACHE_TODO_TTL("600", Remedies.TTL, "how many seconds a copy of one todo is kept"),
  /** Copies. */
  CACHE_WARM_UP(
      "0",
      "must be a whole number from 0 to 10000",
      "of how many users, those seen last, the profile and the first page of todos are read in the"
          + " background at start, so that their first request is as fast as the next"),

  /** Redis: one connection carries everything. */
  REDIS_MAX_CONNECTIONS,
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
  ROOT_PATH;

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

  /** What would be right for several. */
  private static final class Remedies {
    private static final String TTL = "must be a whole number from 1 to 86400";
    private static final String RATE =
        "must be a quota up to 1000000 and a window of 1 to 86400 seconds, such as 5/60, or off";

    private Remedies() {}
  }
}

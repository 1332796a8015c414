package dev.honeydo.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.honeydo.application.limit.RateLimits;
import dev.honeydo.application.limit.RateLimits.Rate;
import dev.honeydo.bootstrap.config.Config.Copies;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Environment;
import dev.honeydo.bootstrap.config.Config.Limits;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import dev.honeydo.domain.user.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Test
  void nothingSetMeansTheEmbeddedDefaults() {
    Config config = Config.from(Map.of());

    assertThat(config.environment()).isEqualTo(Environment.DEVELOPMENT);
    assertThat(config.storage()).isEqualTo(new Embedded());
    assertThat(config.dataDirectory()).isEqualTo(Path.of("data"));
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.http().requireIfMatch()).isFalse();
    assertThat(config.http().keyLifetime().value()).isEqualTo(Duration.ofHours(24));
    assertThat(config.auth().signingKey()).isEmpty();
    assertThat(config.auth().signingKeyFile()).isEmpty();
    assertThat(config.auth().adminEmail()).isEmpty();
    assertThat(config.auth().cleanupInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.auth().lifetime().value()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.auth().sessions().idle()).isEqualTo(Duration.ofHours(24));
    assertThat(config.auth().sessions().perUser()).isEqualTo(10);
    assertThat(config.http().trustedProxies()).isEmpty();
    assertThat(config.limits()).isEqualTo(new Limits(RateLimits.DEFAULT, Optional.empty()));
    assertThat(config.copies())
        .isEqualTo(
            new Copies(
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                0));
    assertThat(config.notices()).singleElement().asString().contains("one instance");
  }

  @Test
  void everythingCanBeSet() {
    Config config =
        Config.from(
            Map.ofEntries(
                Map.entry("DEBUG", "False"),
                Map.entry("DB_URI", "mongodb://ada:secret@db1,db2/?replicaSet=rs"),
                Map.entry("MONGO_DB", "prod"),
                Map.entry("TODO_COLLECTION", "tasks"),
                Map.entry("USER_COLLECTION", "people"),
                Map.entry("JWT_SECRET_KEY", KEY),
                Map.entry("JWT_ISSUER", "https://todo.example.org"),
                Map.entry("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "5"),
                Map.entry("SESSION_TTL", "600"),
                Map.entry("SESSIONS_PER_USER", "3"),
                Map.entry("SESSION_CLEANUP_INTERVAL", "0"),
                Map.entry("ADMIN_EMAIL", "Root@Example.org"),
                Map.entry("PORT", "9090"),
                Map.entry("HOST", "::1"),
                Map.entry("PUBLIC_URL", "https://todo.example.org/"),
                Map.entry("CORS_ORIGINS", "https://a.example, http://b.example:3000"),
                Map.entry("REQUIRE_IF_MATCH", "yes"),
                Map.entry("TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1,::1 , 2001:db8::/32"),
                Map.entry("RATE_LIMIT_LOGIN", "10/120"),
                Map.entry("RATE_LIMIT_REGISTER", "OFF"),
                Map.entry("RATE_LIMIT_API", "1000000/86400"),
                Map.entry("INSTANCES", "3"),
                Map.entry("IDEMPOTENCY_TTL", "3600"),
                Map.entry("CACHE_LONG_TTL", "86400"),
                Map.entry("CACHE_DEFAULT_TTL", "1"),
                Map.entry("CACHE_SHORT_TTL", "2"),
                Map.entry("CACHE_TODO_TTL", "3"),
                Map.entry("CACHE_WARM_UP", "10000"),
                Map.entry("LOGGING_LEVEL", "warning")));

    assertThat(config.environment()).isEqualTo(Environment.PRODUCTION);
    assertThat(config.storage())
        .isEqualTo(
            new Mongo("mongodb://ada:secret@db1,db2/?replicaSet=rs", "prod", "tasks", "people"));
    assertThat(config.http().publicUrl().orElseThrow()).hasToString("https://todo.example.org");
    assertThat(config.http().corsOrigins())
        .containsExactly("https://a.example", "http://b.example:3000");
    assertThat(config.http().requireIfMatch()).isTrue();
    assertThat(config.http().trustedProxies())
        .containsExactly("10.0.0.0/8", "192.0.2.1", "::1", "2001:db8::/32");
    assertThat(config.limits())
        .isEqualTo(
            new Limits(
                new RateLimits(
                    Optional.of(new Rate(10, Duration.ofMinutes(2))),
                    Optional.empty(),
                    RateLimits.DEFAULT.refresh(),
                    Optional.of(new Rate(1_000_000, Duration.ofDays(1)))),
                Optional.of(3)));
    assertThat(config.http().keyLifetime().value()).isEqualTo(Duration.ofHours(1));
    assertThat(config.copies())
        .isEqualTo(
            new Copies(
                Duration.ofDays(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                10_000));
    assertThat(config.auth().issuer()).isEqualTo("https://todo.example.org");
    assertThat(config.auth().sessions().idle()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.auth().adminEmail()).contains(new EmailAddress("Root@Example.org"));
    assertThat(config.auth().cleanupInterval()).isZero();
    assertThat(config.toString()).doesNotContain("secret", KEY);
  }

  @Test
  void everyMistakeIsToldAtOnceByNameAndWithoutItsValue() {
    InvalidConfig refused =
        refusal(
            Map.of(
                "DEBUG", "maybe",
                "PORT", "70000",
                "JWT_SECRET_KEY", "tooshortsecret",
                "DB_URI", "ada:hunter2 at db",
                "CORS_ORIGINS", "https://a.example/path",
                "LOGGING_LEVEL", "LOUD"));

    assertThat(refused.mistakes())
        .extracting(Mistake::variable)
        .containsExactlyInAnyOrder(
            "DEBUG", "PORT", "JWT_SECRET_KEY", "DB_URI", "CORS_ORIGINS", "LOGGING_LEVEL");
    assertThat(refused.getMessage()).doesNotContain("tooshortsecret", "hunter2", "LOUD");
  }

  @Test
  void productionNeedsAKeyAndADatabase() {
    assertThat(refusal(Map.of("DEBUG", "false")).mistakes())
        .extracting(Mistake::variable)
        .containsExactly("DB_URI", "JWT_SECRET_KEY");
  }

  @Test
  void keysMayBeInAFile() {
    Config config =
        Config.from(
            Map.of("DEBUG", "false", "DB_URI", "mongodb://db", "JWT_SECRET_KEY_FILE", "/run/keys"));
    assertThat(config.auth().signingKeyFile()).contains(Path.of("/run/keys"));
    assertThat(config.auth().signingKey()).isEmpty();
  }

  @Test
  void keysAreInOnePlace() {
    assertThat(refusal(Map.of("JWT_SECRET_KEY", KEY, "JWT_SECRET_KEY_FILE", "keys")).mistakes())
        .extracting(Mistake::variable)
        .containsExactly("JWT_SECRET_KEY_FILE");
  }

  @Test
  void blankCountsAsNotSet() {
    assertThat(Config.from(Map.of("PORT", "  ", "DB_URI", "")).storage()).isEqualTo(new Embedded());
  }

  @Test
  void whatThisVersionDoesNotUseIsSaid() {
    assertThat(Config.from(Map.of("EMAIL_PASSWORD", "pw")).notices())
        .anySatisfy(it -> assertThat(it).contains("EMAIL_PASSWORD").doesNotContain("pw"));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, -1",
    "PORT, 80a",
    "SESSION_TTL, 59",
    "SESSION_TTL, 2592001",
    "SESSIONS_PER_USER, 0",
    "SESSION_CLEANUP_INTERVAL, -1",
    "SESSION_CLEANUP_INTERVAL, 86401",
    "SESSION_CLEANUP_INTERVAL, 5m",
    "ADMIN_EMAIL, root",
    "ADMIN_EMAIL, Ada <ada@example.org>",
    "JWT_SECRET_KEY_FILE, '\0'",
    "JWT_ACCESS_TOKEN_EXPIRE_MINUTES, 31",
    "JWT_ALGORITHM, none",
    "JWT_SECRET_KEY, 0123456789abcdef0123456789abcde",
    "JWT_SECRET_KEY, base64:AAAA",
    "JWT_SECRET_KEY, base64:***",
    "PUBLIC_URL, ftp://x.example",
    "PUBLIC_URL, https://x.example/app",
    "PUBLIC_URL, x.example",
    "MONGO_DB, a/b",
    "TODO_COLLECTION, system.users",
    "TODO_COLLECTION, sessions",
    "USER_COLLECTION, health",
    "USER_COLLECTION, todos",
    "CORS_ORIGINS, *",
    "REQUIRE_IF_MATCH, 2",
    "TRUSTED_PROXIES, 0.0.0.0/0",
    "TRUSTED_PROXIES, ::/0",
    "TRUSTED_PROXIES, '10.0.0.1,::/0'",
    "TRUSTED_PROXIES, *",
    "TRUSTED_PROXIES, 10.0.0.0/33",
    "TRUSTED_PROXIES, 10.0.0.0/-1",
    "TRUSTED_PROXIES, 10.0.0.0/",
    "TRUSTED_PROXIES, 10.0.0",
    "TRUSTED_PROXIES, 10.0.0.256",
    "TRUSTED_PROXIES, 10.0.0.1:80",
    "TRUSTED_PROXIES, proxy.example",
    "TRUSTED_PROXIES, 2001:db8::/129",
    "TRUSTED_PROXIES, ::ffff:10.0.0.0/104",
    "RATE_LIMIT_LOGIN, 5",
    "RATE_LIMIT_LOGIN, 0/60",
    "RATE_LIMIT_LOGIN, 5/0",
    "RATE_LIMIT_LOGIN, -5/60",
    "RATE_LIMIT_REGISTER, 1000001/60",
    "RATE_LIMIT_REFRESH, 5/86401",
    "RATE_LIMIT_API, 5/60/1",
    "RATE_LIMIT_API, none",
    "INSTANCES, 0",
    "INSTANCES, many",
    "IDEMPOTENCY_TTL, 59",
    "IDEMPOTENCY_TTL, 604801",
    "CACHE_DEFAULT_TTL, 0",
    "CACHE_LONG_TTL, 86401",
    "CACHE_SHORT_TTL, 1m",
    "CACHE_TODO_TTL, -1",
    "CACHE_WARM_UP, 10001",
    "CACHE_WARM_UP, -1",
  })
  void isRefused(String variable, String value) {
    assertThat(refusal(Map.of(variable, value)).mistakes())
        .extracting(Mistake::variable)
        .isEqualTo(List.of(variable));
  }

  private static InvalidConfig refusal(Map<String, String> variables) {
    return catchThrowableOfType(InvalidConfig.class, () -> Config.from(variables));
  }

  @Test
  void redisIsNamedByAUrlOrByItsParts() {
    assertThat(Config.from(Map.of("REDIS_PORT", "1")).redis()).isEmpty();
    assertThat(Config.from(Map.of("REDIS_URL", "rediss://u:p%40@r:1/2")).redis())
        .contains(
            new Config.Redis("rediss://u:p%40@r:1/2", Duration.ofMillis(250), Optional.empty()));
    Map<String, String> parts =
        Map.of(
            "REDIS_HOST", "cache.example.org",
            "REDIS_PORT", "6380",
            "REDIS_DB", "3",
            "REDIS_PASSWORD", "p@ss w/rd+",
            "REDIS_SSL", "true",
            "REDIS_SOCKET_TIMEOUT", "1.5");
    Config config = Config.from(parts);
    assertThat(config.redis())
        .contains(
            new Config.Redis(
                "rediss://:p%40ss%20w%2Frd%2B@cache.example.org:6380/3",
                Duration.ofMillis(1500), Optional.empty()));
    assertThat(config.toString()).doesNotContain("p@ss", "p%40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis-sentinel://:p@a:26379,b:26379/0#main",
        "rediss-sentinel://a#main",
        "redis://a:7000,b:7000",
        "rediss-cluster://ada:p@a:7000"
      })
  void sentinelsAndClustersAreNamedByAUrl(String url) {
    assertThat(Config.from(Map.of("REDIS_URL", url)).redis().map(Config.Redis::url)).contains(url);
  }

  @Test
  void whoMayVouchForRedisIsAFileOfCertificates(@TempDir Path directory) throws Exception {
    Path none = Files.writeString(directory.resolve("none.pem"), "no certificate");
    assertThat(refusal(Map.of("REDIS_SSL_CA_CERTS", none.toString())).mistakes())
        .extracting(Mistake::variable)
        .containsExactly("REDIS_SSL_CA_CERTS");
    KeyStore java =
        KeyStore.getInstance(
            Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile(),
            (char[]) null);
    String name = java.aliases().nextElement();
    String body = Base64.getMimeEncoder().encodeToString(java.getCertificate(name).getEncoded());
    Path pem =
        Files.writeString(
            directory.resolve("ca.pem"),
            "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    Config config =
        Config.from(Map.of("REDIS_URL", "rediss://r", "REDIS_SSL_CA_CERTS", pem.toString()));
    assertThat(config.redis().orElseThrow().authorities()).contains(pem);
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS_URL,redis-sentinel://ada:hunter2@r/0",
    "REDIS_URL,'redis://ada:hunter2@r/4,r2'",
    "REDIS_SSL_CA_CERTS,/nowhere/at/all.pem",
    "REDIS_URL,http://r",
    "REDIS_URL,redis://",
    "REDIS_HOST,r/0",
    "REDIS_PORT,0",
    "REDIS_DB,-1",
    "REDIS_SSL,perhaps",
    "REDIS_SOCKET_TIMEOUT,0",
    "REDIS_SOCKET_TIMEOUT,soon"
  })
  void whatIsNotARedisIsRefused(String variable, String value) {
    InvalidConfig refused = refusal(Map.of(variable, value));
    assertThat(refused.mistakes()).extracting(Mistake::variable).containsExactly(variable);
    assertThat(refused.getMessage()).doesNotContain("hunter2");
  }
}

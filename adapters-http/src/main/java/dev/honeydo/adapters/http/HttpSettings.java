package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.client.TrustedProxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * How the server serves.
 *
 * @param host the address to listen on, for example {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 takes any that is free
 * @param requireIfMatch whether a todo is changed only on an {@code If-Match} (RFC 6585, section 3)
 * @param corsOrigins whose pages may send credentials along and read the answers, each as browsers
 *     write an {@code Origin}, for example {@code https://app.example.org}
 * @param publicUrl where clients find the server, if that is not where it listens; where it is
 *     {@code https} the cookie is {@code Secure}
 * @param cursorKeys sign the cursors of lists (HMAC-SHA256), the first of them new ones; asked each
 *     time, never empty, the same in every instance
 * @param fingerprintKeys hash the bodies of requests that are made once (HMAC-SHA256), the first of
 *     them new ones; asked each time, never empty, the same in every instance
 * @param version what health calls this build
 * @param environment what health calls this installation
 * @param maxConcurrentRequests how many requests are worked on at once, at least 1. A request costs
 *     little while it waits, so what is behind it sets the bound: the record has some tens of
 *     connections, and twenty waiting for each is more than can be answered in time
 * @param drainTime how long requests in flight may take when the server closes; positive
 * @param trustedProxies whose {@code X-Forwarded-For} counts: addresses and networks, each as
 *     {@link #isTrustedProxy} takes it
 */
public record HttpSettings(
    String host,
    int port,
    boolean requireIfMatch,
    Set<String> corsOrigins,
    Optional<URI> publicUrl,
    Supplier<List<SecretKey>> cursorKeys,
    Supplier<List<SecretKey>> fingerprintKeys,
    String version,
    Environment environment,
    int maxConcurrentRequests,
    Duration drainTime,
    List<String> trustedProxies) {
  /** How many requests are worked on at once unless told otherwise. */
  public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 512;

  /** How long requests in flight may take when the server closes, unless told otherwise. */
  public static final Duration DEFAULT_DRAIN_TIME = Duration.ofSeconds(20);

  /** Copies the set and checks the bounds. */
  public HttpSettings {
    corsOrigins = Set.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
    if (!trustedProxies.stream().allMatch(HttpSettings::isTrustedProxy)) {
      throw new IllegalArgumentException("a proxy is an address or a network");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535");
    }
    if (maxConcurrentRequests < 1 || !drainTime.isPositive()) {
      throw new IllegalArgumentException("the number of requests and the time must be positive");
    }
  }

  /**
   * Whether a proxy can be trusted that is named so: by an address, or by a network such as {@code
   * 10.0.0.0/8}, but for one that everybody is in.
   */
  public static boolean isTrustedProxy(String text) {
    return TrustedProxies.isNetwork(text);
  }

  /** Whether clients reach the server over TLS. */
  public boolean overTls() {
    return publicUrl.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent();
  }

  /** Says nothing of the keys. */
  @Override
  public String toString() {
    return "HttpSettings[" + host + ":" + port + ", " + environment.text() + "]";
  }

  /** What an installation is for. */
  public enum Environment {
    /** Trying things out. */
    DEVELOPMENT,
    /** Serving people. */
    PRODUCTION;

    /** Its name in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

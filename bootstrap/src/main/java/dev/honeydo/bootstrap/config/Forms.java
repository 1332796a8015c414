package dev.honeydo.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import dev.honeydo.adapters.http.HttpSettings;
import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.limit.RateLimits.Rate;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.user.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the text of a setting can mean; empty where it means nothing. */
final class Forms {
  private static final int KEY_BYTES = 32;
  private static final Pattern URI_FORM = Pattern.compile("[a-z][a-z0-9+.-]*:\\S+");
  private static final Pattern HOST = Pattern.compile("[\\w.-]+|\\[[0-9a-fA-F:.]+]");
  private static final BigDecimal SHORTEST = new BigDecimal("0.01");
  private static final BigDecimal LONGEST = new BigDecimal("60");
  private static final Pattern RATE = Pattern.compile("\\d{1,7}/\\d{1,5}");
  private static final Pattern DATABASE = Pattern.compile("[^/\\\\. \"$*<>:|?\\x00]{1,63}");
  private static final Pattern COLLECTION = Pattern.compile("(?!system\\.)[^$\\x00]{1,120}");

  private Forms() {}

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> Optional.of(true);
      case "false", "0", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Function<String, Optional<Integer>> number(int least, int most) {
    return text -> {
      try {
        return Optional.of(Integer.parseInt(text)).filter(it -> it >= least && it <= most);
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    };
  }

  static Optional<Level> level(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Optional.of(Level.TRACE);
      case "DEBUG" -> Optional.of(Level.DEBUG);
      case "INFO" -> Optional.of(Level.INFO);
      case "WARNING", "WARN" -> Optional.of(Level.WARN);
      case "ERROR", "CRITICAL" -> Optional.of(Level.ERROR);
      default -> Optional.empty();
    };
  }

  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  static Optional<List<String>> origins(String text) {
    List<String> origins =
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    return Optional.of(origins).filter(it -> it.stream().allMatch(Forms::isOrigin));
  }

  static Optional<List<String>> proxies(String text) {
    List<String> proxies =
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    return Optional.of(proxies).filter(it -> it.stream().allMatch(HttpSettings::isTrustedProxy));
  }

  /** A limit; or none, where it is switched off. */
  static Optional<Optional<Rate>> rate(String text) {
    if (text.equalsIgnoreCase("off")) {
      return Optional.of(Optional.empty());
    }
    if (!RATE.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    int quota = Integer.parseInt(text.substring(0, slash));
    int seconds = Integer.parseInt(text.substring(slash + 1));
    try {
      return Optional.of(Optional.of(new Rate(quota, Duration.ofSeconds(seconds))));
    } catch (IllegalArgumentException outOfBounds) {
      return Optional.empty();
    }
  }

  static Optional<URI> origin(String text) {
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return uri(bare).filter(it -> isOrigin(it.toString()));
  }

  static Optional<String> storeUri(String text) {
    return Optional.of(text).filter(URI_FORM.asMatchPredicate());
  }

  static Optional<String> redisUrl(String text) {
    try {
      return Optional.of(new RedisAdapters.Config(text, RedisAdapters.Config.TIMEOUT).url());
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** A file of at least one certificate. */
  static Optional<Path> certificates(String text) {
    return path(text).filter(Forms::holdsCertificates);
  }

  private static boolean holdsCertificates(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty();
    } catch (IOException | CertificateException unreadable) {
      return false;
    }
  }

  static Optional<String> host(String text) {
    return Optional.of(text).filter(HOST.asMatchPredicate());
  }

  static Optional<Duration> seconds(String text) {
    try {
      return Optional.of(new BigDecimal(text))
          .filter(it -> it.compareTo(SHORTEST) >= 0 && it.compareTo(LONGEST) <= 0)
          .map(it -> Duration.ofMillis(it.movePointRight(3).longValue()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static Optional<String> database(String text) {
    return Optional.of(text).filter(DATABASE.asMatchPredicate());
  }

  static Optional<String> collection(String text) {
    return Optional.of(text)
        .filter(COLLECTION.asMatchPredicate())
        .filter(it -> !MongoAdapters.Config.RESERVED.contains(it));
  }

  static Optional<Secret> signingKey(String text) {
    return Optional.of(text).filter(Forms::isLongEnough).map(Secret::new);
  }

  static Optional<EmailAddress> email(String text) {
    try {
      return Optional.of(new EmailAddress(text));
    } catch (InvalidValue notAnAddress) {
      return Optional.empty();
    }
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

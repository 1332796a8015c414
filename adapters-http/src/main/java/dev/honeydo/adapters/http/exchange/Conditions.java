package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.exchange.EntityTags.EntityTag;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Conditional requests (RFC 9110, section 13). The strong validator of what has a version is that
 * version in quotes.
 */
public final class Conditions {
  private Conditions() {}

  /** The {@code ETag} of a version. */
  public static String etag(Version version) {
    return "\"" + version.value() + "\"";
  }

  /** The {@code ETag} of what has no version of its own, such as a list: it is what it says. */
  public static String etagOf(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      byte[] enough = Arrays.copyOf(digest, 16);
      return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(enough) + "\"";
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * Whether the client has what it asks for already. A field that cannot be read asks for nothing:
   * the client gets the whole answer.
   *
   * @param etag the current one, with its quotes
   */
  public static boolean isFresh(Exchange exchange, String etag) {
    if (exchange.header("If-None-Match").isEmpty()) {
      return false;
    }
    String opaque = etag.substring(1, etag.length() - 1);
    return EntityTags.parse(exchange.headers("If-None-Match"))
        .filter(tags -> tags.matchWeakly(opaque))
        .isPresent();
  }

  /**
   * What a change may build on, by {@code If-Match} and {@code If-None-Match}; {@link
   * Expectation#ANYTHING} where neither is there.
   *
   * @param thing what is to be changed, for example {@code todo}
   * @param current reads the version there is now, or nothing; asked only where it matters
   * @throws Refused when a field cannot be read, for to change something regardless would be worse;
   *     and when the current version is one that {@code If-None-Match} excludes
   */
  public static Expectation ofChange(
      Exchange exchange, String thing, Supplier<Optional<Version>> current) {
    Optional<EntityTags> wanted = tags(exchange, "If-Match");
    Optional<EntityTags> unwanted = tags(exchange, "If-None-Match");
    Expectation expectation = wanted.map(Conditions::expectation).orElse(Expectation.ANYTHING);
    if (unwanted.isEmpty()) {
      return expectation;
    }
    Optional<Version> now = current.get();
    if (now.isEmpty()) {
      return expectation;
    }
    if (unwanted.get().matchWeakly(Long.toString(now.get().value()))) {
      throw new Refused(Problem.versionMismatch(thing, now));
    }
    // What was looked at is what must be changed.
    return wanted.isPresent()
        ? expectation
        : new Expectation(false, Precondition.oneOf(Set.of(now.get())));
  }

  private static Optional<EntityTags> tags(Exchange exchange, String field) {
    if (exchange.header(field).isEmpty()) {
      return Optional.empty();
    }
    Optional<EntityTags> tags = EntityTags.parse(exchange.headers(field));
    if (tags.isEmpty()) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST,
          field + " must be * or a list of entity tags such as \"1\".");
    }
    return tags;
  }

  private static Expectation expectation(EntityTags tags) {
    return tags.any()
        ? new Expectation(true, Precondition.NONE)
        : new Expectation(false, Precondition.oneOf(versions(tags.tags())));
  }

  /**
   * Refuses a change that does not say which version it builds on.
   *
   * @throws Refused with {@code precondition_required}
   */
  public static void require(Exchange exchange) {
    if (exchange.header("If-Match").isEmpty()) {
      throw new Refused(Problem.of(ProblemType.PRECONDITION_REQUIRED));
    }
  }

  /** The versions that strong tags name; what names none of ours can never match. */
  private static Set<Version> versions(List<EntityTag> tags) {
    Set<Version> versions = new HashSet<>();
    for (EntityTag tag : tags) {
      if (!tag.weak()) {
        version(tag.opaque()).ifPresent(versions::add);
      }
    }
    return versions;
  }

  /** The version that a text writes as we do, or empty where it writes none. */
  public static Optional<Version> version(String opaque) {
    try {
      long value = Long.parseLong(opaque);
      boolean ours = value >= 1 && Long.toString(value).equals(opaque);
      return ours ? Optional.of(new Version(value)) : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * What a change may build on.
   *
   * @param existing whether it must be there now, in whatever version ({@code If-Match: *})
   */
  public record Expectation(boolean existing, Precondition precondition) {
    /** Whatever there is. */
    public static final Expectation ANYTHING = new Expectation(false, Precondition.NONE);
  }
}

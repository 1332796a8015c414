package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.exchange.EntityTags.EntityTag;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * What {@code If-Match} asks for; {@link Expectation#ANYTHING} where it is not there.
   *
   * @throws Refused when it cannot be read: to change something regardless would be worse
   */
  public static Expectation ifMatch(Exchange exchange) {
    if (exchange.header("If-Match").isEmpty()) {
      return Expectation.ANYTHING;
    }
    EntityTags tags =
        EntityTags.parse(exchange.headers("If-Match"))
            .orElseThrow(() ->
                new Refused(
                    ProblemType.MALFORMED_REQUEST,
                    "If-Match must be * or a list of entity tags such as \"1\"."));
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

  private static Optional<Version> version(String opaque) {
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
    /** No {@code If-Match}. */
    public static final Expectation ANYTHING = new Expectation(false, Precondition.NONE);
  }
}

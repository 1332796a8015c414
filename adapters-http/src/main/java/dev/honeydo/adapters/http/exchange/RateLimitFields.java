package dev.honeydo.adapters.http.exchange;

import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The header fields that tell of limits, as draft-ietf-httpapi-ratelimit-headers-10 has them: lists
 * of strings with parameters (RFC 9651). {@code RateLimit-Policy} has the quota {@code q} and its
 * window {@code w}; {@code RateLimit} has what remains, {@code r}, and how long until there is
 * more, {@code t}; times in seconds, rounded up. The draft may change: this is the one place that
 * knows it.
 */
final class RateLimitFields {
  private RateLimitFields() {}

  /** Adds the fields, if there is a limit to tell of. */
  static Answer add(Answer answer, List<Standing> standings) {
    if (standings.isEmpty()) {
      return answer;
    }
    return answer
        .with("RateLimit-Policy", members(standings, RateLimitFields::policy))
        .with("RateLimit", members(standings, RateLimitFields::state));
  }

  private static String members(List<Standing> standings, Function<Standing, String> member) {
    return standings.size() == 1
        ? member.apply(standings.getFirst())
        : standings.stream().map(member).collect(Collectors.joining(", "));
  }

  private static String policy(Standing standing) {
    return name(standing)
        + ";q="
        + standing.limit().quota()
        + ";w="
        + standing.limit().window().toSeconds();
  }

  private static String state(Standing standing) {
    return name(standing) + ";r=" + standing.remaining() + ";t=" + seconds(standing.next());
  }

  /** Names are of small letters and hyphens, so nothing needs an escape. */
  private static String name(Standing standing) {
    return "\"" + standing.limit().name() + "\"";
  }

  private static long seconds(Duration time) {
    return time.plusSeconds(1).minusNanos(1).toSeconds();
  }
}

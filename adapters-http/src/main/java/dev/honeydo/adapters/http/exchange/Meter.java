package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Charges one request, and labels its answer with how the limits stand. Of one thread. */
final class Meter {
  private final LimitRequest limitRequest;
  private final RouteLimit limit;
  private final Sender from;
  private List<Standing> standings = List.of();
  private boolean charged;

  Meter(LimitRequest limitRequest, RouteLimit limit, Sender from) {
    this.limitRequest = limitRequest;
    this.limit = limit;
    this.from = from;
  }

  /**
   * Charges the request.
   *
   * @throws Refused when that is more than its limits allow
   */
  void charge(LimitRequest.Request request) {
    charged = true;
    Optional<Duration> retryAfter = handle(request, true);
    if (retryAfter.isPresent()) {
      throw new Refused(Problem.rateLimited(retryAfter.get()));
    }
  }

  /** Adds to the answer how the limits stand. */
  Answer label(Answer answer) {
    if (!charged) {
      limit
          .unread(from)
          .ifPresent(it -> {
            Optional<Duration> _ = handle(it, false);
          });
    }
    return RateLimitFields.add(answer, standings);
  }

  private Optional<Duration> handle(LimitRequest.Request request, boolean counted) {
    return switch (limitRequest.handle(new LimitRequest.Command(request, counted))) {
      case LimitRequest.Unlimited() -> Optional.empty();
      case LimitRequest.Admitted(List<Standing> now) -> {
        standings = now;
        yield Optional.empty();
      }
      case LimitRequest.TooMany(Duration retryAfter, List<Standing> now) -> {
        standings = now;
        yield Optional.of(retryAfter);
      }
    };
  }
}

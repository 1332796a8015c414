package dev.honeydo.application.limit;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.application.port.Standing;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts a request against the limits of what it asks for, before any of it is done.
 *
 * <p>A login counts for its address and for its account, whether or not there is such an account. A
 * refresh counts for the chain of its token, or for the address where the token is none of ours:
 * one client of many behind an address is not slowed by the others.
 */
public final class LimitRequest {
  private final RateLimiter limiter;
  private final RefreshTokens refreshTokens;
  private final Optional<RateLimit> login;
  private final Optional<RateLimit> loginAccount;
  private final Optional<RateLimit> confirmation;
  private final Optional<RateLimit> register;
  private final Optional<RateLimit> refresh;
  private final Optional<RateLimit> api;

  /** Wires the use case. */
  public LimitRequest(RateLimiter limiter, RefreshTokens refreshTokens, RateLimits limits) {
    this.limiter = limiter;
    this.refreshTokens = refreshTokens;
    this.login = limits.login().map(it -> it.named("login"));
    this.loginAccount = limits.login().map(it -> it.named("login-account"));
    this.confirmation = limits.login().map(it -> it.named("login-user"));
    this.register = limits.register().map(it -> it.named("register"));
    this.refresh = limits.refresh().map(it -> it.named("refresh"));
    this.api = limits.api().map(it -> it.named("api"));
  }

  /** Counts it, or only looks. */
  public Outcome handle(Command command) {
    List<Bucket> buckets = bucketsOf(command.request());
    if (buckets.isEmpty()) {
      return new Unlimited();
    }
    Charge charge =
        new Charge(partitionOf(command.request(), buckets), buckets, command.counted() ? 1 : 0);
    return switch (limiter.spend(charge)) {
      case RateLimiter.Admitted(List<Standing> standings) -> new Admitted(standings);
      case RateLimiter.Refused(_, Duration retryAfter, List<Standing> standings) ->
          new TooMany(retryAfter, standings);
    };
  }

  private List<Bucket> bucketsOf(Request request) {
    return switch (request) {
      case Login(AddressBlock from, Optional<EmailKey> account) -> {
        List<Bucket> buckets = new ArrayList<>(2);
        login.ifPresent(it -> buckets.add(new Bucket(it, from.value())));
        if (account.isPresent()) {
          loginAccount.ifPresent(it -> buckets.add(new Bucket(it, account.get().value())));
        }
        yield buckets;
      }
      case Registration(AddressBlock from) -> one(register, from::value);
      case Refresh(AddressBlock from, Optional<RefreshToken> token) ->
          one(refresh, () -> chain(from, token));
      case Confirmation(UserId user) -> one(confirmation, user::toString);
      case Call(UserId user) -> one(api, user::toString);
    };
  }

  private static List<Bucket> one(Optional<RateLimit> limit, Supplier<String> subject) {
    return limit.isEmpty() ? List.of() : List.of(new Bucket(limit.get(), subject.get()));
  }

  private String chain(AddressBlock from, Optional<RefreshToken> token) {
    Optional<RefreshLink> link = token.flatMap(refreshTokens::read);
    return link.map(it -> it.family().toString()).orElse(from.value());
  }

  /** Logins are charged to two at once, any two of all; the others lie wherever their one lies. */
  private static String partitionOf(Request request, List<Bucket> buckets) {
    return switch (request) {
      case Login _ -> "login";
      case Registration _, Refresh _, Confirmation _, Call _ -> buckets.getFirst().subject();
    };
  }

  /**
   * A request that comes in.
   *
   * @param counted whether it is charged; if not, its limits are only looked at
   */
  public record Command(Request request, boolean counted) {}

  /** What is asked for, and by whom. */
  public sealed interface Request {}

  /**
   * A login.
   *
   * @param account whom it is to; empty where that cannot be read
   */
  public record Login(AddressBlock from, Optional<EmailKey> account) implements Request {}

  /** A registration. */
  public record Registration(AddressBlock from) implements Request {}

  /**
   * A refresh.
   *
   * @param token empty where it cannot be read
   */
  public record Refresh(AddressBlock from, Optional<RefreshToken> token) implements Request {}

  /** A password that somebody who is logged in shows again: as good a place to guess as a login. */
  public record Confirmation(UserId user) implements Request {}

  /** Whatever a user asks for. */
  public record Call(UserId user) implements Request {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** There is no limit to it. */
  public record Unlimited() implements Outcome {}

  /**
   * It is within its limits.
   *
   * @param standings at least one
   */
  public record Admitted(List<Standing> standings) implements Outcome {}

  /**
   * It is over one of its limits, and not to be done.
   *
   * @param retryAfter when it will be within them, if nothing else comes; positive
   * @param standings at least one
   */
  public record TooMany(Duration retryAfter, List<Standing> standings) implements Outcome {}
}

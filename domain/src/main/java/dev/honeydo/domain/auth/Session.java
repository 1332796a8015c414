package dev.honeydo.domain.auth;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * One device's login.
 *
 * @param createdAt when it was opened; whole milliseconds
 * @param lastAccessedAt when it was last seen in use, to within {@link #TOUCH_INTERVAL}
 * @param idle how long it lives unused
 * @param endsAt when it ends however much it is used
 */
public record Session(
    SessionId id,
    UserId owner,
    Device device,
    AuthenticationMethod method,
    Instant createdAt,
    Instant lastAccessedAt,
    Duration idle,
    Instant endsAt,
    SessionData data) {

  /** How much use may pass before it is written down again: one write a minute at most. */
  public static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

  /** Cuts instants to milliseconds and checks their order. */
  public Session {
    createdAt = Moments.of(createdAt);
    lastAccessedAt = Moments.of(lastAccessedAt);
    endsAt = Moments.of(endsAt);
    if (lastAccessedAt.isBefore(createdAt) || !endsAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("a session is opened, used and ended in that order");
    }
  }

  /** A session that its owner opens now. */
  public static Session open(
      SessionId id,
      UserId owner,
      Device device,
      AuthenticationMethod method,
      SessionLimits limits,
      SessionData data,
      Instant now) {
    Instant endsAt = now.plus(limits.absolute());
    return new Session(id, owner, device, method, now, now, limits.idle(), endsAt, data);
  }

  /** When it ends if it is not used again: the first instant at which it is no longer live. */
  public Instant expiresAt() {
    Instant unused = lastAccessedAt.plus(idle);
    return unused.isBefore(endsAt) ? unused : endsAt;
  }

  /** Whether it still opens anything at {@code now}. */
  public boolean isLiveAt(Instant now) {
    return now.isBefore(expiresAt());
  }

  /** Whether its last use was so long ago that this one must be written down. */
  public boolean needsTouchAt(Instant now) {
    return !now.isBefore(lastAccessedAt.plus(TOUCH_INTERVAL));
  }

  /** This session with other data. */
  public Session withData(SessionData next) {
    return new Session(id, owner, device, method, createdAt, lastAccessedAt, idle, endsAt, next);
  }

  /** This session, used at {@code now}; never used earlier than it was before. */
  public Session touched(Instant now) {
    Instant at = now.isBefore(lastAccessedAt) ? lastAccessedAt : now;
    return new Session(id, owner, device, method, createdAt, at, idle, endsAt, data);
  }
}

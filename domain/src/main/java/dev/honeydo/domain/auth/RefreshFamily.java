package dev.honeydo.domain.auth;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * One login's chain of refresh tokens, of which only the newest is good (RFC 9700, section 4.14.2).
 *
 * @param counter which link of the chain is the newest, from 0
 * @param rotatedAt when the newest was made; whole milliseconds
 * @param endsAt when the whole family ends, which is when its session does at the latest
 */
public record RefreshFamily(
    FamilyId id, UserId owner, SessionId session, long counter, Instant rotatedAt, Instant endsAt) {

  /**
   * How long the last link but one may be shown again, for clients that lost the answer or asked
   * twice at once: they are given the same successor.
   */
  public static final Duration REPLAY_WINDOW = Duration.ofSeconds(10);

  /** Cuts instants to milliseconds and checks the counter. */
  public RefreshFamily {
    rotatedAt = Moments.of(rotatedAt);
    endsAt = Moments.of(endsAt);
    if (counter < 0) {
      throw new IllegalArgumentException("links are counted from 0");
    }
  }

  /** The family that a login founds. */
  public static RefreshFamily found(FamilyId id, Session session, Instant now) {
    return new RefreshFamily(id, session.owner(), session.id(), 0, now, session.endsAt());
  }

  /** Whether the family still buys anything at {@code now}. */
  public boolean isLiveAt(Instant now) {
    return now.isBefore(endsAt);
  }

  /** The family one link on. */
  public RefreshFamily rotated(Instant now) {
    return new RefreshFamily(id, owner, session, counter + 1, now, endsAt);
  }

  /**
   * Whether the link numbered {@code presented} was replaced so lately that it may be shown again.
   */
  public boolean mayReplay(long presented, Instant now) {
    return presented == counter - 1 && !now.isAfter(rotatedAt.plus(REPLAY_WINDOW));
  }
}

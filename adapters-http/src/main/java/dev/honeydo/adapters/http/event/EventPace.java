package dev.honeydo.adapters.http.event;

import java.time.Duration;

/**
 * How streams of events are served.
 *
 * @param look how long a stream waits for news before it looks whether its session lives; a session
 *     that has ended elsewhere is let in for two seconds more at worst, and both together are how
 *     long a stream outlives it
 * @param looksPerBeat after how many looks without news a comment is sent
 * @param inDoubt how many looks a stream outlives anybody's being able to tell whether its session
 *     lives; it tells no news meanwhile
 * @param perUser how many streams a user can have at this instance
 * @param inAll how many there can be at this instance
 */
public record EventPace(Duration look, int looksPerBeat, int inDoubt, int perUser, int inAll) {
  /** A comment every 20 s, and nobody hears anything 5 s after their session has ended. */
  public static final EventPace DEFAULT = new EventPace(Duration.ofMillis(2500), 8, 24, 10, 1_000);

  /** Checks the bounds. */
  public EventPace {
    if (!look.isPositive() || looksPerBeat < 1 || inDoubt < 1 || perUser < 1 || inAll < 1) {
      throw new IllegalArgumentException("times and numbers must be positive");
    }
  }
}

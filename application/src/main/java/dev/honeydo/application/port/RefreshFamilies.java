package dev.honeydo.application.port;

import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/**
 * The chains of refresh tokens, each with one good link at its end.
 *
 * <p><b>Guarantees.</b> However many present the newest link at once, the chain grows by one; the
 * others are told of the same successor. A family is there while it is live by the store's clock
 * ({@link RefreshFamily#isLiveAt}). What was answered is durable.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}.
 *
 * <p>Thread-safe.
 */
public interface RefreshFamilies {

  /** Keeps a family whose id is new. */
  Founding found(RefreshFamily family);

  /** The live family of that id, or empty. */
  Optional<RefreshFamily> find(FamilyId id);

  /** Presents a link, in one step that reads, decides and writes. */
  Rotation rotate(RefreshLink presented);

  /** Ends the family of a session, if it has one. */
  Ending end(UserId owner, SessionId session);

  /** Ends every family of a user. */
  Ending endAll(UserId owner);

  /** Ends every family of a user, but for that of one session. */
  Ending endOthers(UserId owner, SessionId kept);

  /**
   * Removes families that have expired, whoever's they were.
   *
   * @param most about how many to look at, at least 1
   */
  Purge purge(int most);

  /** A family is kept. */
  record Founding() {}

  /** What presenting a link comes to. */
  sealed interface Rotation {}

  /** It was the newest; {@code family} is now one link on. */
  record Rotated(RefreshFamily family) implements Rotation {}

  /** It was replaced within {@link RefreshFamily#REPLAY_WINDOW}; nothing was written. */
  record Replayed(RefreshFamily family) implements Rotation {}

  /** It was replaced before that: somebody else has the chain. Nothing was written. */
  record Reused(RefreshFamily family) implements Rotation {}

  /** There is no such live family, or its chain does not reach that far. */
  record Gone() implements Rotation {}

  /**
   * What became of an ending.
   *
   * @param count how many live families were ended; those that had expired do not count
   */
  record Ending(long count) {}
}

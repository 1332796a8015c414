package dev.honeydo.application.port;

import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is logged in, and where.
 *
 * <p><b>Guarantees.</b> A session is found while it is live by the store's clock ({@link
 * Session#isLiveAt}) and never afterwards. Once a revocation was answered the session is found by
 * no instance again, whatever was still being written at the time: nothing brings a session back. A
 * user never has more live sessions than {@link #open} was told, however many log in at once.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; nobody is
 * ever taken for logged out, or in, on the strength of a failure.
 *
 * <p>Thread-safe.
 */
public interface Sessions {

  /**
   * Opens a session, ending as many of the owner's oldest (by {@code createdAt}, then id) as are
   * over the limit with it.
   *
   * @param token what will find it
   * @param limit how many live sessions the owner can have, at least 1
   */
  Opening open(Session session, SessionTokenHash token, int limit);

  /** The owner's live session that this token opens, or empty. */
  Optional<Session> find(UserId owner, SessionTokenHash token);

  /** The owner's live session of that id, or empty. */
  Optional<Session> find(UserId owner, SessionId id);

  /** The owner's live sessions from the newest to the oldest by {@code createdAt}, then id. */
  List<Session> list(UserId owner);

  /**
   * The owners of the live sessions that were used last, the latest first and each once; in any
   * order where they were last seen at one instant. For those who run the installation, who look
   * for no owner in particular.
   *
   * @param most how many at the most, at least 1
   */
  List<UserId> lastSeen(int most);

  /**
   * Notes that a live session was used at {@code at}, which moves its end. An instant before the
   * last one noted changes nothing.
   */
  Touch touch(UserId owner, SessionId id, Instant at);

  /**
   * Replaces what the client keeps with a live session, if that is still {@code expected}, compared
   * in the same step that writes.
   */
  Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next);

  /** Lets another token find a live session; the one that found it finds it no more. */
  Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next);

  /** Ends a session. */
  Revocation revoke(UserId owner, SessionId id);

  /** Ends every session that the owner has at this moment. */
  Clearance revokeAll(UserId owner);

  /** Ends every session that the owner has at this moment, but for one. */
  Clearance revokeOthers(UserId owner, SessionId kept);

  /**
   * Removes sessions that have expired, whoever's they were.
   *
   * @param most about how many to look at, at least 1
   */
  Purge purge(int most);

  /**
   * What became of an {@link #open}.
   *
   * @param ended the live sessions that had to go, oldest first
   */
  record Opening(List<SessionId> ended) {
    /** Copies the list. */
    public Opening {
      ended = List.copyOf(ended);
    }
  }

  /** What became of a {@link #touch}. */
  sealed interface Touch {}

  /** The session is live and its use is noted. */
  record Touched() implements Touch {}

  /** What became of an {@link #annotate}. */
  sealed interface Annotation {}

  /** The data is kept. */
  record Annotated() implements Annotation {}

  /** The data has changed meanwhile and is {@code current} now. Nothing was written. */
  record Overtaken(SessionData current) implements Annotation {}

  /** What became of a {@link #rekey}. */
  sealed interface Rekeying {}

  /** The new token finds the session. */
  record Rekeyed() implements Rekeying {}

  /** What became of a {@link #revoke}. */
  sealed interface Revocation {}

  /** The session was live and is no more. */
  record Revoked() implements Revocation {}

  /** The owner has no such live session. Nothing was written. */
  record Gone() implements Touch, Annotation, Rekeying, Revocation {}

  /**
   * What became of a {@link #revokeAll} or {@link #revokeOthers}.
   *
   * @param count how many live sessions were ended
   */
  record Clearance(long count) {}
}

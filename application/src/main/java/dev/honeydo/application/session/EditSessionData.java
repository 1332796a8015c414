package dev.honeydo.application.session;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Changes what a client keeps with its session. */
public final class EditSessionData {
  /**
   * How often a change is tried. Each round that fails means that another change was kept, so only
   * more changes at once than this can be too many.
   */
  static final int ROUNDS = 200;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Sessions sessions;

  /** Wires the use case. */
  public EditSessionData(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Applies the change to the data there is, so that of changes made at once none is lost.
   *
   * @throws dev.honeydo.domain.InvalidValue when the change makes data that cannot be kept; nothing
   *     is changed then
   */
  public Outcome handle(Command command) {
    Session session = command.session();
    SessionData current = session.data();
    for (int round = 0; round < ROUNDS; round++) {
      SessionData next = command.edit().apply(current);
      if (next.equals(current)) {
        return new Edited(session.withData(current));
      }
      switch (sessions.annotate(session.owner(), session.id(), current, next)) {
        case Sessions.Annotated() -> {
          return new Edited(session.withData(next));
        }
        case Sessions.Overtaken(SessionData meanwhile) -> current = meanwhile;
        case Sessions.Gone() -> {
          return new Ended();
        }
      }
    }
    return new Overloaded(RETRY_AFTER);
  }

  /**
   * What to change.
   *
   * @param session as it was found
   * @param edit makes other data of the data there is; may be asked several times
   */
  public record Command(Session session, UnaryOperator<SessionData> edit) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The session as it is now. */
  public record Edited(Session session) implements Outcome {}

  /** The session has ended. */
  public record Ended() implements Outcome {}

  /** Too many changes at once. This one was not made. */
  public record Overloaded(Duration retryAfter) implements Outcome {}
}

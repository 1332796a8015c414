package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.finding;
import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.touching;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Doubles for which sessions live too long or too short, or whose touches go astray. */
final class WrongSessionsExpiring {
  private WrongSessionsExpiring() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-18",
              "takes an unused session for expired a millisecond early",
              finding((it, _, id, answer) ->
                  answer.filter(session ->
                      it.unused(id).isEmpty()
                          || session.isLiveAt(it.clock.instant().plusMillis(1))))),
          breaking(
              "SESS-19",
              "takes an unused session for live when it expires",
              finding((it, _, id, answer) ->
                  answer.or(() -> it.unused(id).filter(old -> isJustOver(it, old))))),
          breaking(
              "SESS-20",
              "takes a token for good when its session expires",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.tokens.get(token))
                          .filter(old -> isJustOver(it, old))))),
          breaking(
              "SESS-21 SESS-25",
              "does not put off the end",
              finding((it, _, _, answer) ->
                  answer.filter(session ->
                      it.clock.instant().isBefore(session.createdAt().plus(session.idle()))))),
          breaking(
              "SESS-22 SESS-34",
              "notes use to the hundredth of a second",
              (right, clock) -> new NotesHundredths(right, clock)),
          breaking(
              "SESS-70",
              "forgets the token of what it touches",
              findingByToken((it, _, token, answer) ->
                  answer.filter(session -> !it.touched.containsKey(session.id())))),
          breaking(
              "SESS-23",
              "notes use when it hears of it",
              touching((it, owner, id, at, answer) ->
                  at.isBefore(it.clock.instant())
                      ? it.right.touch(owner, id, it.clock.instant())
                      : answer)),
          breaking(
              "SESS-24", "lets the last use go back", (right, clock) -> new GoesBack(right, clock)),
          breaking(
              "SESS-25",
              "ends a session a millisecond before it must",
              finding((it, _, _, answer) ->
                  answer.filter(
                      session -> it.clock.instant().plusMillis(1).isBefore(session.endsAt())))),
          breaking(
              "SESS-26",
              "knows no end of what is used",
              finding((it, _, id, answer) ->
                  answer.or(() ->
                      it.known(id)
                          .filter(_ -> it.touched.containsKey(id) && !it.isEnded(id))
                          .filter(old -> !it.clock.instant().isBefore(old.endsAt()))))),
          breaking(
              "SESS-27",
              "does not touch in the last millisecond",
              touching((it, _, id, _, answer) ->
                  it.unused(id)
                          .filter(old -> !old.isLiveAt(it.clock.instant().plusMillis(1)))
                          .isPresent()
                      ? new Sessions.Gone()
                      : answer)),
          breaking(
              "SESS-28",
              "touches when a session expires",
              touching((it, _, id, at, answer) ->
                  at.equals(it.clock.instant())
                          && it.unused(id).filter(old -> isJustOver(it, old)).isPresent()
                      ? new Sessions.Touched()
                      : answer)),
          breaking(
              "SESS-29",
              "goes by the time of the use, not by its own",
              touching((it, owner, id, at, answer) ->
                  it.unused(id)
                          .filter(old -> old.owner().equals(owner) && old.isLiveAt(at))
                          .isPresent()
                      ? new Sessions.Touched()
                      : answer)),
          breaking(
              "SESS-30",
              "touches what was never there",
              touching((it, _, _, _, answer) -> isOfNobody(it) ? new Sessions.Touched() : answer)),
          breaking(
              "SESS-31",
              "forgets the owner when touching",
              touching((it, owner, id, at, _) ->
                  it.right.touch(it.known(id).map(Session::owner).orElse(owner), id, at))),
          breaking(
              "SESS-32",
              "touches all that its owner has",
              touching((it, owner, _, at, answer) -> {
                it.opened.values().stream()
                    .filter(other -> other.owner().equals(owner))
                    .forEach(other -> {
                      var _ = it.right.touch(owner, other.id(), at);
                    });
                return answer;
              })),
          breaking(
              "SESS-33",
              "sees its own touches alone",
              finding((it, _, id, answer) ->
                  answer.map(session ->
                      it.touched.containsKey(id) || it.opened.containsKey(id)
                          ? session
                          : unusedAgain(session)))),
          breaking(
              "SESS-34",
              "notes a use before the last one of many",
              (right, clock) -> new NotesEarly(right, clock)));

  private static boolean isJustOver(SessionsDefect.Spoilt it, Session old) {
    return it.clock.instant().equals(old.expiresAt()) && !it.isEnded(old.id());
  }

  private static boolean isOfNobody(SessionsDefect.Spoilt it) {
    return it.opened.isEmpty() && !inARace();
  }

  private static Session unusedAgain(Session it) {
    return new Session(
        it.id(),
        it.owner(),
        it.device(),
        it.method(),
        it.createdAt(),
        it.createdAt(),
        it.idle(),
        it.endsAt(),
        it.data());
  }

  private static final class NotesHundredths extends SessionsDefect.Spoilt {
    NotesHundredths(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      return right.touch(owner, id, Instant.ofEpochMilli(at.toEpochMilli() / 10 * 10));
    }
  }

  /** Of many at once it notes each a millisecond early, so that the last is not there. */
  private static final class NotesEarly extends SessionsDefect.Spoilt {
    NotesEarly(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      return right.touch(owner, id, inARace() ? at.minusMillis(1) : at);
    }
  }

  private static final class GoesBack extends SessionsDefect.Spoilt {
    private final Map<SessionId, Instant> back = new ConcurrentHashMap<>();

    GoesBack(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      Instant last = touched.getOrDefault(id, Instant.MIN);
      if (!inARace() && at.isBefore(last)) {
        back.put(id, at);
      }
      return super.touch(owner, id, at);
    }

    @Override
    public Optional<Session> find(UserId owner, SessionId id) {
      return super.find(owner, id)
          .map(it -> unusedAgain(it).touched(back.getOrDefault(id, it.lastAccessedAt())));
    }
  }
}

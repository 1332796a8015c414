package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.annotating;
import static dev.honeydo.contracts.SessionsDefect.finding;
import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.listing;
import static dev.honeydo.contracts.SessionsDefect.touching;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Doubles that keep what they should refuse, lose what they kept, or write over others. */
final class WrongSessionsAnnotating {
  private WrongSessionsAnnotating() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-82",
              "finds what was annotated with its first data",
              finding((it, _, _, answer) -> answer.map(session -> unannotated(it, session)))),
          breaking(
              "SESS-83",
              "finds the token of what was annotated with its first data",
              findingByToken(
                  (it, _, _, answer) -> answer.map(session -> unannotated(it, session)))),
          breaking(
              "SESS-84",
              "lists what was just annotated with its first data",
              listing((it, _, answer) ->
                  it.calls.are("open", "annotate", "list")
                      ? answer.stream().map(session -> unannotated(it, session)).toList()
                      : answer)),
          breaking(
              "SESS-85",
              "finds the data that it found before",
              finding((it, _, id, answer) ->
                  answer.map(
                      session -> session.withData(it.found.getOrDefault(id, session).data())))),
          breaking(
              "SESS-86",
              "tells who is overtaken what they said themselves",
              annotating((it, asked, answer) ->
                  isFirst(it) && answer instanceof Sessions.Overtaken
                      ? new Sessions.Overtaken(asked.expected())
                      : answer)),
          breaking(
              "SESS-87",
              "writes before it compares data",
              annotating((it, asked, answer) -> {
                if (isFirst(it) && answer instanceof Sessions.Overtaken(SessionData current)) {
                  var _ = it.right.annotate(asked.owner(), asked.id(), current, asked.next());
                }
                return answer;
              })),
          breaking(
              "SESS-88",
              "compares data as JSON",
              annotating((it, asked, answer) ->
                  answer instanceof Sessions.Overtaken(SessionData current)
                          && plain(current).equals(plain(asked.expected()))
                      ? it.right.annotate(asked.owner(), asked.id(), current, asked.next())
                      : answer)),
          breaking(
              "SESS-89",
              "drops annotations of more than 4000 bytes",
              annotating((_, _, answer) ->
                  answer instanceof Sessions.Overtaken(SessionData current)
                          && current.json().length() > 2000
                      ? new Sessions.Overtaken(SessionData.NONE)
                      : answer)),
          breaking(
              "SESS-90",
              "annotates what was never there",
              annotating((it, asked, answer) ->
                  !inARace() && it.known(asked.id()).isEmpty()
                      ? new Sessions.Annotated()
                      : answer)),
          breaking(
              "SESS-91",
              "forgets the owner when annotating",
              annotating((it, asked, answer) ->
                  it.known(asked.id())
                      .filter(old -> !old.owner().equals(asked.owner()))
                      .map(old ->
                          it.right.annotate(
                              old.owner(), old.id(), asked.expected(), asked.next()))
                      .orElse(answer))),
          breaking(
              "SESS-92",
              "does not annotate in the last millisecond",
              annotating((it, asked, answer) ->
                  it.known(asked.id())
                          .filter(old -> !old.isLiveAt(it.clock.instant().plusMillis(1)))
                          .isPresent()
                      ? new Sessions.Gone()
                      : answer)),
          breaking(
              "SESS-93",
              "annotates when a session expires",
              annotating((it, asked, answer) ->
                  it.known(asked.id())
                          .filter(old -> old.expiresAt().equals(it.clock.instant()))
                          .isPresent()
                      ? new Sessions.Annotated()
                      : answer)),
          breaking(
              "SESS-94",
              "takes an annotation for use",
              annotating((it, asked, answer) -> {
                var _ = it.right.touch(asked.owner(), asked.id(), it.clock.instant());
                return answer;
              })),
          breaking(
              "SESS-95",
              "annotates what was revoked",
              annotating((it, asked, answer) ->
                  it.revoked.contains(asked.id()) ? new Sessions.Annotated() : answer)),
          breaking(
              "SESS-96",
              "annotates all that its owner has",
              annotating((it, asked, answer) -> {
                it.inOrder.stream()
                    .filter(other -> other.owner().equals(asked.owner()))
                    .filter(other -> !other.id().equals(asked.id()))
                    .forEach(other -> {
                      var _ =
                          it.right.annotate(
                              other.owner(), other.id(), other.data(), asked.next());
                    });
                return answer;
              })),
          breaking(
              "SESS-97",
              "forgets annotations when touching",
              touching((it, owner, id, _, answer) -> {
                if (!inARace() && it.annotated.contains(id)) {
                  it.right
                      .find(owner, id)
                      .ifPresent(session -> {
                        SessionData first = unannotated(it, session).data();
                        var _ = it.right.annotate(owner, id, session.data(), first);
                      });
                }
                return answer;
              })),
          breaking(
              "SESS-98",
              "annotates twice when many do at once",
              annotating((it, asked, answer) ->
                  answer instanceof Sessions.Overtaken
                          && raceForTheFirst(it, asked)
                          && it.noted.add(asked.id())
                      ? new Sessions.Annotated()
                      : answer)),
          breaking(
              "SESS-99",
              "tells who loses a race what they said themselves",
              annotating((it, asked, answer) ->
                  answer instanceof Sessions.Overtaken && raceForTheFirst(it, asked)
                      ? new Sessions.Overtaken(asked.expected())
                      : answer)),
          breaking(
              "SESS-100",
              "loses one of many annotations that build on each other",
              annotating((it, asked, answer) ->
                  answer instanceof Sessions.Overtaken
                          && inARace()
                          && it.known(asked.id()).isPresent()
                          && !raceForTheFirst(it, asked)
                          && it.noted.add(asked.id())
                      ? new Sessions.Annotated()
                      : answer)),
          breaking(
              "SESS-101",
              "writes the data that it read when touching",
              (right, clock) -> new WritesBack(right, clock)),
          breaking(
              "SESS-102",
              "lists what was annotated while it was revoked",
              listing((it, owner, answer) ->
                  WrongSessionsListing.plus(
                      answer,
                      it.inOrder,
                      old -> old.owner().equals(owner) && it.raced.contains(old.id())))));

  private static boolean isFirst(SessionsDefect.Spoilt it) {
    return !inARace() && it.calls.are("open", "annotate");
  }

  /** Whether many build on the data with which the session was opened. */
  private static boolean raceForTheFirst(
      SessionsDefect.Spoilt it, SessionsDefect.Annotate asked) {
    return inARace()
        && it.known(asked.id()).filter(old -> old.data().equals(asked.expected())).isPresent();
  }

  private static String plain(SessionData data) {
    return data.json().replace("1.0", "1").replace("\\u00e9", "\u00e9");
  }

  private static Session unannotated(SessionsDefect.Spoilt it, Session session) {
    return it.annotated.contains(session.id())
        ? it.known(session.id()).map(old -> session.withData(old.data())).orElse(session)
        : session;
  }

  private static final class WritesBack extends SessionsDefect.Spoilt {
    private final Set<SessionId> written = ConcurrentHashMap.newKeySet();

    WritesBack(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      if (inARace()) {
        written.add(id);
      }
      return super.touch(owner, id, at);
    }

    @Override
    public List<Session> list(UserId owner) {
      return super.list(owner).stream()
          .map(session ->
              known(session.id())
                  .filter(_ -> written.contains(session.id()))
                  .map(old -> session.withData(old.data()))
                  .orElse(session))
          .toList();
    }
  }
}

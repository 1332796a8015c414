package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.finding;
import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.opening;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Doubles that let too many sessions live, or end the wrong ones. */
final class WrongSessionsLimiting {
  private WrongSessionsLimiting() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-17 SESS-35 SESS-36 SESS-38 SESS-39 SESS-40 SESS-42 SESS-43 SESS-45 SESS-46",
              "ends one too many",
              (right, clock) -> new EndsOneTooMany(right, clock)),
          breaking(
              "SESS-36 SESS-37 SESS-38 SESS-39 SESS-40 SESS-41 SESS-46",
              "names none that had to go",
              opening((_, _, _, _) -> List.of())),
          breaking(
              "SESS-37",
              "finds the token of what had to go",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.tokens.get(token))
                          .filter(old -> it.evicted.contains(old.id()))))),
          breaking(
              "SESS-38 SESS-40",
              "names the newest first",
              opening((_, _, _, ended) -> ended.reversed())),
          breaking(
              "SESS-39",
              "ends what was used least lately",
              (right, clock) -> new EndsLeastLatelyUsed(right, clock)),
          breaking(
              "SESS-40",
              "compares ids as signed numbers",
              opening((it, _, _, ended) ->
                  ended.stream()
                      .sorted(
                          Comparator.comparing((SessionId id) -> it.createdAt(id))
                              .thenComparing(SessionId::value))
                      .toList())),
          breaking(
              "SESS-41",
              "ends what it opens when that is the oldest",
              (right, clock) -> new EndsWhatItOpens(right, clock)),
          breaking(
              "SESS-42",
              "counts what has expired",
              opening((it, session, _, ended) ->
                  joined(
                      it.inOrder.stream()
                          .filter(old -> old.owner().equals(session.owner()))
                          .filter(old -> !old.isLiveAt(it.clock.instant()))
                          .map(Session::id),
                      ended))),
          breaking(
              "SESS-43",
              "counts what was revoked",
              opening((it, _, _, ended) -> joined(it.revoked.stream(), ended))),
          breaking(
              "SESS-44",
              "counts what others have",
              opening((it, session, limit, ended) ->
                  inARace() || it.inOrder.size() < limit
                      ? ended
                      : joined(
                          it.inOrder.stream()
                              .filter(old -> !old.owner().equals(session.owner()))
                              .map(Session::id),
                          ended))),
          breaking(
              "SESS-45",
              "finds what had to go when many log in at once",
              finding((it, _, id, answer) ->
                  answer.or(() -> Optional.ofNullable(it.evictedInARace.get(id))))),
          breaking(
              "SESS-46",
              "names none that had to go when many log in at once",
              opening((_, _, _, ended) -> inARace() ? List.of() : ended)));

  private static List<SessionId> joined(Stream<SessionId> some, List<SessionId> others) {
    return Stream.concat(some, others.stream()).toList();
  }

  private static final class EndsOneTooMany extends SessionsDefect.Spoilt {
    EndsOneTooMany(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Opening open(Session session, SessionTokenHash token, int limit) {
      return super.open(session, token, Math.max(1, limit - 1));
    }
  }

  private static final class EndsLeastLatelyUsed extends SessionsDefect.Spoilt {
    EndsLeastLatelyUsed(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Opening open(Session session, SessionTokenHash token, int limit) {
      if (inARace()) {
        return super.open(session, token, limit);
      }
      List<Session> others =
          inOrder.stream()
              .flatMap(old -> right.find(session.owner(), old.id()).stream())
              .sorted(
                  Comparator.comparing(Session::lastAccessedAt)
                      .thenComparing(old -> old.id().toString()))
              .toList();
      List<SessionId> ended = new ArrayList<>();
      for (Session old : others.subList(0, Math.max(0, others.size() + 1 - limit))) {
        var _ = right.revoke(old.owner(), old.id());
        ended.add(old.id());
      }
      var _ = super.open(session, token, limit);
      return new Opening(ended);
    }
  }

  private static final class EndsWhatItOpens extends SessionsDefect.Spoilt {
    EndsWhatItOpens(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Opening open(Session session, SessionTokenHash token, int limit) {
      boolean oldest =
          !inARace()
              && inOrder.size() >= limit
              && inOrder.stream().allMatch(old -> session.createdAt().isBefore(old.createdAt()));
      return oldest ? new Opening(List.of(session.id())) : super.open(session, token, limit);
    }
  }
}

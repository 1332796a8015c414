package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.finding;
import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.revoking;
import static dev.honeydo.contracts.SessionsDefect.revokingAll;
import static dev.honeydo.contracts.SessionsDefect.touching;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Doubles that revoke too much, too little, or bring back what was revoked. */
final class WrongSessionsRevoking {
  private WrongSessionsRevoking() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-47",
              "finds what it revoked just now",
              finding((it, _, id, answer) ->
                  answer.or(() ->
                      it.known(id)
                          .filter(_ -> !inARace() && !it.raced.contains(id))
                          .filter(_ -> it.revoked.contains(id))
                          .filter(_ -> !it.touched.containsKey(id))))),
          breaking(
              "SESS-48",
              "finds the token of what was revoked",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.tokens.get(token))
                          .filter(old -> it.revoked.contains(old.id()))))),
          breaking(
              "SESS-49",
              "finds what it found before, though others revoked it",
              finding((it, _, id, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.found.get(id))
                          .filter(old -> old.isLiveAt(it.clock.instant()))
                          .filter(_ -> !it.isEnded(id))))),
          breaking(
              "SESS-50",
              "revokes twice",
              revoking((it, _, id, answer) ->
                  !inARace() && it.revoked.contains(id) ? new Sessions.Revoked() : answer)),
          breaking(
              "SESS-51",
              "touches what was revoked",
              touching((it, _, id, _, answer) ->
                  it.revoked.contains(id) ? new Sessions.Touched() : answer)),
          breaking(
              "SESS-52",
              "revokes what was never there",
              revoking((it, _, id, answer) ->
                  it.opened.isEmpty() && !inARace() ? new Sessions.Revoked() : answer)),
          breaking(
              "SESS-71",
              "revokes what was never there for whoever has a session",
              revoking((it, owner, id, answer) ->
                  it.known(id).isEmpty()
                          && it.inOrder.stream().anyMatch(old -> old.owner().equals(owner))
                      ? new Sessions.Revoked()
                      : answer)),
          breaking(
              "SESS-53",
              "revokes what has expired",
              revoking((it, owner, id, answer) ->
                  it.unused(id)
                          .filter(old -> old.owner().equals(owner))
                          .filter(old -> !old.isLiveAt(it.clock.instant()))
                          .isPresent()
                      ? new Sessions.Revoked()
                      : answer)),
          breaking(
              "SESS-54",
              "forgets the owner when revoking",
              revoking((it, _, id, answer) ->
                  answer instanceof Sessions.Gone && it.known(id).isPresent()
                      ? it.right.revoke(it.known(id).get().owner(), id)
                      : answer)),
          breaking(
              "SESS-55 SESS-60",
              "revokes whatever was opened at that instant",
              revoking((it, owner, id, answer) -> {
                it.opened.values().stream()
                    .filter(old -> old.owner().equals(owner))
                    .filter(old -> old.createdAt().equals(it.createdAt(id)))
                    .forEach(old -> {
                      var _ = it.right.revoke(owner, old.id());
                    });
                return answer;
              })),
          breaking(
              "SESS-56",
              "revokes twice when many do at once",
              revoking((it, _, id, answer) ->
                  inARace() && answer instanceof Sessions.Gone && it.noted.add(id)
                      ? new Sessions.Revoked()
                      : answer)),
          breaking(
              "SESS-57",
              "brings back what was touched while it was revoked",
              finding((it, _, id, answer) ->
                  inARace()
                      ? answer
                      : answer.or(() -> it.known(id).filter(_ -> it.raced.contains(id))))),
          breaking(
              "SESS-58",
              "answers a revocation before it takes effect",
              finding((it, _, id, answer) ->
                  inARace()
                      ? answer.or(() -> it.known(id).filter(_ -> it.raced.contains(id)))
                      : answer)),
          breaking(
              "SESS-59",
              "leaves one when it revokes all",
              finding((it, _, id, answer) ->
                  answer.or(() ->
                      it.known(id)
                          .filter(_ -> it.cleared.stream().limit(1).anyMatch(id::equals))))),
          breaking(
              "SESS-60",
              "counts what was revoked before",
              revokingAll(
                  (it, _, answer) -> new Sessions.Clearance(answer.count() + it.revoked.size()))),
          breaking(
              "SESS-61",
              "counts what has expired when it revokes all",
              revokingAll((it, owner, answer) ->
                  new Sessions.Clearance(
                      answer.count()
                          + it.opened.values().stream()
                              .filter(old -> old.owner().equals(owner))
                              .filter(old -> !old.isLiveAt(it.clock.instant()))
                              .count()))),
          breaking(
              "SESS-62",
              "revokes everybody's",
              revokingAll((it, _, answer) -> {
                it.opened
                    .values()
                    .forEach(old -> {
                      var _ = it.right.revoke(old.owner(), old.id());
                    });
                return answer;
              })),
          breaking(
              "SESS-63",
              "shuts out who had all revoked",
              (right, clock) -> new ShutsOut(right, clock)));

  private static final class ShutsOut extends SessionsDefect.Spoilt {
    private final Set<UserId> out = ConcurrentHashMap.newKeySet();

    ShutsOut(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Clearance revokeAll(UserId owner) {
      out.add(owner);
      return super.revokeAll(owner);
    }

    @Override
    public Optional<Session> find(UserId owner, SessionId id) {
      return super.find(owner, id).filter(_ -> !out.contains(owner));
    }
  }
}

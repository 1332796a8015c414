package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.listing;
import static dev.honeydo.contracts.SessionsDefect.rekeying;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import java.util.List;
import java.util.Optional;

/** Doubles for which a token opens what it should not, or does not open what it should. */
final class WrongSessionsRekeying {
  private WrongSessionsRekeying() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-103",
              "finds nothing by a new token",
              findingByToken(
                  (it, _, token, answer) -> answer.filter(_ -> !it.keys.containsKey(token)))),
          breaking(
              "SESS-104",
              "finds what was rekeyed by its old token too",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.tokens.get(token))
                          .filter(old -> it.keys.containsValue(old.id()))))),
          breaking(
              "SESS-105",
              "finds nothing by a token by which it once found nothing",
              findingByToken((it, _, token, answer) -> {
                if (answer.isEmpty()) {
                  it.noted.add(token);
                }
                return answer.filter(_ -> !it.noted.contains(token));
              })),
          breaking(
              "SESS-106",
              "finds what it found before by a token, though others rekeyed it",
              findingByToken((it, owner, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.foundByToken.get(token))
                          .flatMap(old -> it.right.find(owner, old.id()))))),
          breaking(
              "SESS-107",
              "does not list what was rekeyed",
              listing((it, _, answer) ->
                  answer.stream()
                      .filter(session -> !it.keys.containsValue(session.id()))
                      .toList())),
          breaking(
              "SESS-108",
              "takes rekeying for use",
              rekeying((it, owner, id, _, answer) -> {
                var _ = it.right.touch(owner, id, it.clock.instant());
                return answer;
              })),
          breaking(
              "SESS-109",
              "rekeys what was never there",
              rekeying((it, _, id, _, answer) ->
                  !inARace() && it.known(id).isEmpty() ? new Sessions.Rekeyed() : answer)),
          breaking(
              "SESS-110",
              "forgets the owner when rekeying",
              rekeying((it, owner, id, next, answer) ->
                  it.known(id)
                      .filter(old -> !old.owner().equals(owner))
                      .map(old -> it.right.rekey(old.owner(), id, next))
                      .orElse(answer))),
          breaking(
              "SESS-111",
              "does not rekey in the last millisecond",
              rekeying((it, _, id, _, answer) ->
                  it.known(id)
                          .filter(old -> !old.isLiveAt(it.clock.instant().plusMillis(1)))
                          .isPresent()
                      ? new Sessions.Gone()
                      : answer)),
          breaking(
              "SESS-112",
              "rekeys when a session expires",
              rekeying((it, _, id, _, answer) ->
                  it.known(id)
                          .filter(old -> old.expiresAt().equals(it.clock.instant()))
                          .isPresent()
                      ? new Sessions.Rekeyed()
                      : answer)),
          breaking(
              "SESS-113",
              "rekeys what was revoked",
              rekeying((it, _, id, _, answer) ->
                  it.revoked.contains(id) ? new Sessions.Rekeyed() : answer)),
          breaking(
              "SESS-114",
              "rekeys all that its owner has",
              rekeying((it, owner, id, _, answer) -> {
                it.inOrder.stream()
                    .filter(other -> other.owner().equals(owner) && !other.id().equals(id))
                    .forEach(other -> {
                      var _ = it.right.rekey(owner, other.id(), Specimens.tokenHash());
                    });
                return answer;
              })),
          breaking(
              "SESS-115",
              "finds the new token of what was revoked",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.keys.get(token))
                          .filter(it.revoked::contains)
                          .flatMap(it::known)))),
          breaking(
              "SESS-116",
              "finds a session by each token that it got when many gave it one at once",
              findingByToken((it, owner, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.racedKeys.get(token))
                          .flatMap(id -> it.right.find(owner, id))))),
          breaking(
              "SESS-117",
              "finds what was rekeyed while it was revoked",
              findingByToken((it, owner, _, answer) ->
                  answer.or(() ->
                      it.inOrder.stream()
                          .filter(old -> old.owner().equals(owner))
                          .filter(old -> it.raced.contains(old.id()))
                          .findFirst()))));
}

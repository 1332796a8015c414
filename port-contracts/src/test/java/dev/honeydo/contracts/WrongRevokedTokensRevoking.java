package dev.honeydo.contracts;

import static dev.honeydo.contracts.RevokedTokensDefect.revoking;
import static dev.honeydo.contracts.RevokedTokensDefect.standing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensDefect.Revoked;
import dev.honeydo.contracts.RevokedTokensDefect.Spoilt;
import dev.honeydo.contracts.RevokedTokensDefect.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Doubles for which tokens are revoked too long, too short, or not at all. */
final class WrongRevokedTokensRevoking {
  private WrongRevokedTokensRevoking() {}

  static final List<WrongDouble<RevokedTokens>> ALL =
      List.of(
          breaking(
              "REVOKED-1",
              "begins with a revoked token",
              standing((it, _, answer) ->
                  it.calls.are("standing")
                      ? withRevoked(answer, true)
                      : answer)),
          breaking(
              "REVOKED-2",
              "does not revoke at once",
              standing((it, token, answer) ->
                  once(it) && it.last(token).filter(last -> last.at().equals(it.now())).isPresent()
                      ? withRevoked(answer, false)
                      : answer)),
          breaking(
              "REVOKED-3",
              "revokes every token of an owner",
              standing((it, token, answer) ->
                  once(it) && it.revoked.getFirst().token().owner().equals(token.owner())
                      ? withRevoked(answer, it.last(token).isEmpty() || answer.revoked())
                      : answer)),
          breaking(
              "REVOKED-4",
              "forgets whose token is revoked",
              standing((it, token, answer) ->
                  it.revoked.stream()
                          .map(Revoked::token)
                          .anyMatch(other ->
                              other.id().equals(token.id())
                                  && !other.owner().equals(token.owner()))
                      ? withRevoked(answer, true)
                      : answer)),
          breaking(
              "REVOKED-5",
              "lets a revocation run out a millisecond early",
              standing((it, token, answer) ->
                  once(it) && isUntil(it.last(token), it.now().plusMillis(1))
                      ? withRevoked(answer, false)
                      : answer)),
          breaking(
              "REVOKED-6",
              "takes a token for revoked when that runs out",
              standing((it, token, answer) ->
                  once(it)
                          && isUntil(it.last(token).filter(WrongRevokedTokensRevoking::lasts), it.now())
                      ? withRevoked(answer, true)
                      : answer)),
          breaking(
              "REVOKED-7",
              "does not lengthen",
              revoking((it, token, until) ->
                  inARace()
                      ? until
                      : it.last(token)
                          .map(Revoked::until)
                          .filter(old -> old.isAfter(it.now()) && old.isBefore(until))
                          .orElse(until))),
          breaking(
              "REVOKED-8",
              "shortens",
              standing((it, token, answer) ->
                  it.calls.are("revoke", "revoke", "standing")
                      ? withRevoked(
                          answer,
                          it.last(token).filter(last -> last.until().isAfter(it.now())).isPresent())
                      : answer)),
          breaking(
              "REVOKED-9",
              "revokes no token twice",
              revoking((it, token, until) ->
                  it.calls.are("revoke", "revoke")
                      ? it.last(token)
                          .map(Revoked::until)
                          .filter(old -> !old.isAfter(it.now()))
                          .orElse(until)
                      : until)),
          breaking(
              "REVOKED-10",
              "revokes what expires now",
              standing((it, token, answer) ->
                  isUntil(it.last(token).filter(last -> !lasts(last)), it.now())
                      ? withRevoked(answer, true)
                      : answer)),
          breaking(
              "REVOKED-11",
              "takes a token for good that it once took for good",
              standing((it, token, answer) -> {
                if (!answer.revoked()) {
                  it.noted.add(token);
                }
                return withRevoked(answer, !it.noted.contains(token));
              })),
          breaking(
              "REVOKED-12",
              "goes by its own word for how long others have revoked a token",
              standing((it, token, answer) ->
                  once(it) && answer.revoked()
                      ? withRevoked(
                          answer,
                          it.last(token).filter(last -> !last.until().isAfter(it.now())).isEmpty())
                      : answer)),
          breaking(
              "REVOKED-13",
              "keeps the first time to run out of many",
              standing((it, token, answer) ->
                  withRevoked(
                      answer,
                      answer.revoked()
                          && it.of(token).stream()
                              .filter(Revoked::inARace)
                              .allMatch(one -> one.until().isAfter(it.now()))))),
          breaking(
              "REVOKED-14",
              "loses one of many that are revoked at once",
              standing((it, token, answer) ->
                  withRevoked(
                      answer,
                      answer.revoked()
                          && !(it.revoked.size() > 4
                              && it.revoked.stream().allMatch(one -> isOfRace(one, token))
                              && it.revoked.getFirst().token().equals(token))))));

  private static boolean isOfRace(Revoked one, Token token) {
    return one.inARace() && one.token().owner().equals(token.owner());
  }

  /** Whether all that happened is that one token was revoked. */
  private static boolean once(Spoilt it) {
    return it.calls.are("revoke", "standing");
  }

  /** Whether it was revoked for any time at all. */
  private static boolean lasts(Revoked it) {
    return it.until().isAfter(it.at());
  }

  private static boolean isUntil(Optional<Revoked> revoked, Instant instant) {
    return revoked.filter(it -> it.until().equals(instant)).isPresent();
  }

  static RevokedTokens.Standing withRevoked(RevokedTokens.Standing it, boolean revoked) {
    return new RevokedTokens.Standing(revoked, it.epoch());
  }
}

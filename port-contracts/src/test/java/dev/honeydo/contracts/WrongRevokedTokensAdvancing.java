package dev.honeydo.contracts;

import static dev.honeydo.contracts.RevokedTokensDefect.advancing;
import static dev.honeydo.contracts.RevokedTokensDefect.epoch;
import static dev.honeydo.contracts.RevokedTokensDefect.standing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongRevokedTokensRevoking.withRevoked;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensDefect.Revoked;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/** Doubles for which epochs stand still, go back, or are one and the same. */
final class WrongRevokedTokensAdvancing {
  private WrongRevokedTokensAdvancing() {}

  static final List<WrongDouble<RevokedTokens>> ALL =
      List.of(
          breaking(
              "REVOKED-15",
              "counts epochs from one",
              epoch((_, _, answer) -> answer.equals(Epoch.FIRST) ? answer.next() : answer)),
          breaking(
              "REVOKED-16",
              "counts the epochs of tokens from one",
              standing((_, _, answer) ->
                  answer.epoch().equals(Epoch.FIRST)
                      ? new RevokedTokens.Standing(answer.revoked(), answer.epoch().next())
                      : answer)),
          breaking(
              "REVOKED-17",
              "skips an epoch",
              advancing((it, _, answer) ->
                  it.calls.are("advance", "advance") && answer.value() > 1
                      ? answer.next()
                      : answer)),
          breaking(
              "REVOKED-18",
              "does not keep an epoch",
              epoch((it, owner, answer) ->
                  it.calls.are("advance", "epoch") && isFresh(it, owner) ? Epoch.FIRST : answer)),
          breaking(
              "REVOKED-19",
              "lets tokens stand in the epoch before",
              standing((it, _, answer) ->
                  it.calls.are("advance", "standing")
                      ? new RevokedTokens.Standing(answer.revoked(), Epoch.FIRST)
                      : answer)),
          breaking(
              "REVOKED-20",
              "advances everybody's epoch",
              advancing((it, owner, answer) -> {
                if (!inARace()) {
                  it.advanced.keySet().stream()
                      .filter(other -> !other.equals(owner))
                      .forEach(other -> {
                        var _ = it.right.advance(other);
                      });
                }
                return answer;
              })),
          breaking(
              "REVOKED-21",
              "stays in the epoch that it saw first",
              epoch((it, owner, answer) ->
                  it.advanced.containsKey(owner) ? answer : it.seen.getOrDefault(owner, answer))),
          breaking(
              "REVOKED-22",
              "advances the epoch that it knows, not that of others",
              advancing((it, _, answer) ->
                  it.calls.are("advance") && !inARace() ? Epoch.FIRST.next() : answer)),
          breaking(
              "REVOKED-23",
              "says one thing or the other",
              standing((it, _, answer) ->
                  it.calls.are("standing") && !answer.epoch().equals(Epoch.FIRST)
                      ? withRevoked(answer, false)
                      : answer)),
          breaking(
              "REVOKED-24",
              "makes tokens good by advancing",
              standing((it, _, answer) ->
                  it.calls.are("revoke", "advance", "standing")
                      ? withRevoked(answer, false)
                      : answer)),
          breaking(
              "REVOKED-25",
              "takes a revocation for an advance",
              epoch((it, _, answer) ->
                  it.calls.are("advance", "revoke", "epoch") ? answer.next() : answer)),
          breaking(
              "REVOKED-26",
              "forgets epochs after a year",
              epoch((it, owner, answer) ->
                  it.calls.are("advance", "epoch") && !isFresh(it, owner)
                      ? Epoch.FIRST
                      : answer)),
          breaking(
              "REVOKED-27",
              "gives an epoch to two of many",
              advancing((_, _, answer) -> answer.value() == 4 ? new Epoch(3) : answer)),
          breaking(
              "REVOKED-28",
              "loses the last of many advances",
              epoch((it, _, answer) ->
                  it.calls.count("advance") > 2 ? new Epoch(answer.value() - 1) : answer)),
          breaking(
              "REVOKED-29",
              "loses a revocation if the epoch is advanced at once",
              standing((it, token, answer) ->
                  !answer.epoch().equals(Epoch.FIRST)
                          && it.last(token).filter(Revoked::inARace).isPresent()
                      ? withRevoked(answer, false)
                      : answer)));

  private static boolean isFresh(
      RevokedTokensDefect.Spoilt it, UserId owner) {
    return it.advanced.getOrDefault(owner, Instant.MIN).equals(it.now());
  }
}

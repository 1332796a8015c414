package dev.honeydo.contracts;

import static dev.honeydo.contracts.RevokedTokensDefect.epoch;
import static dev.honeydo.contracts.RevokedTokensDefect.purging;
import static dev.honeydo.contracts.RevokedTokensDefect.standing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongRevokedTokensRevoking.withRevoked;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensDefect.Revoked;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Doubles that forget too much or too little. */
final class WrongRevokedTokensPurging {
  private WrongRevokedTokensPurging() {}

  static final List<WrongDouble<RevokedTokens>> ALL =
      List.of(
          breaking(
              "REVOKED-30",
              "purges what runs out within a millisecond",
              standing((it, token, answer) ->
                  it.calls.are("revoke", "purge", "standing")
                      ? withRevoked(
                          answer, answer.revoked() && isRevokedAt(it, token, it.now().plusMillis(1)))
                      : answer)),
          breaking(
              "REVOKED-31",
              "purges nothing where one has run out",
              standing((it, token, answer) ->
                  it.calls.are("revoke", "purge", "standing")
                      ? withRevoked(answer, isRevokedAt(it, token, it.now()))
                      : answer)),
          breaking(
              "REVOKED-32",
              "leaves the last of many",
              (right, clock) -> new LeavesOne(right, clock)),
          breaking(
              "REVOKED-33",
              "is not complete where nothing has run out",
              purging((it, _, complete) -> complete && it.noted.add("complete"))),
          breaking(
              "REVOKED-34",
              "purges epochs",
              epoch((it, _, answer) -> it.calls.count("purge") > 0 ? Epoch.FIRST : answer)),
          breaking(
              "REVOKED-35",
              "forgets for ever",
              standing((it, _, answer) ->
                  it.calls.are("revoke", "purge", "revoke", "standing")
                      ? withRevoked(answer, false)
                      : answer)),
          breaking(
              "REVOKED-36",
              "forgets what is revoked again while it purges",
              standing((it, token, answer) ->
                  it.of(token).stream().map(Revoked::inARace).distinct().count() > 1
                      ? withRevoked(answer, false)
                      : answer)));

  private static boolean isRevokedAt(
      RevokedTokensDefect.Spoilt it, RevokedTokensDefect.Token token, Instant instant) {
    return it.of(token).stream().anyMatch(one -> one.until().isAfter(instant));
  }

  /** Purges one at a time, all but the first that was revoked. */
  private static final class LeavesOne extends RevokedTokensDefect.Spoilt {
    private volatile boolean leaves;

    LeavesOne(RevokedTokens right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Purge purge(int most) {
      leaves = most == 1;
      return super.purge(most);
    }

    @Override
    public Standing standing(UserId owner, TokenId id) {
      Standing answer = super.standing(owner, id);
      return leaves && revoked.getFirst().token().id().equals(id)
          ? withRevoked(answer, true)
          : answer;
    }
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What can be wrong with a double of revoked tokens: each part changes what one method does. */
final class RevokedTokensDefect {
  private RevokedTokensDefect() {}

  static BiFunction<RevokedTokens, InstantSource, RevokedTokens> revoking(OnRevoke change) {
    return spoilt(it -> it.revoking = change);
  }

  static BiFunction<RevokedTokens, InstantSource, RevokedTokens> standing(OnStanding change) {
    return spoilt(it -> it.standing = change);
  }

  static BiFunction<RevokedTokens, InstantSource, RevokedTokens> epoch(OnEpoch change) {
    return spoilt(it -> it.epoch = change);
  }

  static BiFunction<RevokedTokens, InstantSource, RevokedTokens> advancing(OnEpoch change) {
    return spoilt(it -> it.advancing = change);
  }

  static BiFunction<RevokedTokens, InstantSource, RevokedTokens> purging(OnPurge change) {
    return spoilt(it -> it.purging = change);
  }

  private static BiFunction<RevokedTokens, InstantSource, RevokedTokens> spoilt(
      Consumer<Spoilt> how) {
    return (right, clock) -> {
      Spoilt it = new Spoilt(right, clock);
      how.accept(it);
      return it;
    };
  }

  interface OnRevoke {
    Instant until(Spoilt it, Token token, Instant until);
  }

  interface OnStanding {
    RevokedTokens.Standing answer(Spoilt it, Token token, RevokedTokens.Standing answer);
  }

  interface OnEpoch {
    Epoch answer(Spoilt it, UserId owner, Epoch answer);
  }

  interface OnPurge {
    boolean complete(Spoilt it, int most, boolean complete);
  }

  /** A token as a store knows it. */
  record Token(UserId owner, TokenId id) {}

  /** That a token was revoked. */
  record Revoked(Token token, Instant at, Instant until, boolean inARace) {}

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements RevokedTokens {
    /** The right adapter. */
    final RevokedTokens right;

    /** The clock that it goes by. */
    final InstantSource clock;

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** What was revoked through this view, in turn. */
    final List<Revoked> revoked = new CopyOnWriteArrayList<>();

    /** When each owner's epoch was last advanced through this view. */
    final Map<UserId, Instant> advanced = new ConcurrentHashMap<>();

    /** Each owner's epoch as this view has first seen it. */
    final Map<UserId, Epoch> seen = new ConcurrentHashMap<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private OnRevoke revoking = (_, _, until) -> until;
    private OnStanding standing = (_, _, answer) -> answer;
    private OnEpoch epoch = (_, _, answer) -> answer;
    private OnEpoch advancing = (_, _, answer) -> answer;
    private OnPurge purging = (_, _, complete) -> complete;

    Spoilt(RevokedTokens right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    Instant now() {
      return clock.instant();
    }

    /** How that token was revoked through this view, in turn. */
    List<Revoked> of(Token token) {
      return revoked.stream().filter(it -> it.token().equals(token)).toList();
    }

    /** How that token was last revoked through this view. */
    Optional<Revoked> last(Token token) {
      return of(token).stream().reduce((_, later) -> later);
    }

    @Override
    public Revocation revoke(UserId owner, TokenId id, Instant until) {
      calls.note("revoke");
      Token token = new Token(owner, id);
      Revocation answer = right.revoke(owner, id, revoking.until(this, token, until));
      revoked.add(new Revoked(token, now(), until, WrongDouble.inARace()));
      return answer;
    }

    @Override
    public Standing standing(UserId owner, TokenId id) {
      calls.note("standing");
      return standing.answer(this, new Token(owner, id), right.standing(owner, id));
    }

    @Override
    public Epoch epoch(UserId owner) {
      calls.note("epoch");
      Epoch answer = right.epoch(owner);
      Epoch spoilt = epoch.answer(this, owner, answer);
      seen.putIfAbsent(owner, answer);
      return spoilt;
    }

    @Override
    public Advance advance(UserId owner) {
      calls.note("advance");
      Epoch spoilt = advancing.answer(this, owner, right.advance(owner).epoch());
      advanced.put(owner, now());
      return new Advance(spoilt);
    }

    @Override
    public Purge purge(int most) {
      calls.note("purge");
      return new Purge(purging.complete(this, most, right.purge(most).complete()));
    }
  }
}

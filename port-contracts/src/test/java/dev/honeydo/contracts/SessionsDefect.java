package dev.honeydo.contracts;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
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
import java.util.function.UnaryOperator;

/**
 * What can be wrong with a double of sessions: each part changes what one method answers or keeps.
 */
final class SessionsDefect {
  private SessionsDefect() {}

  static BiFunction<Sessions, InstantSource, Sessions> keeping(UnaryOperator<Session> change) {
    return spoilt(it -> it.keeping = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> opening(OnOpen change) {
    return spoilt(it -> it.opening = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> findingByToken(OnFindByToken change) {
    return spoilt(it -> it.findingByToken = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> finding(OnFind change) {
    return spoilt(it -> it.finding = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> touching(OnTouch change) {
    return spoilt(it -> it.touching = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> revoking(OnRevoke change) {
    return spoilt(it -> it.revoking = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> revokingAll(OnRevokeAll change) {
    return spoilt(it -> it.revokingAll = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> listing(OnList change) {
    return spoilt(it -> it.listing = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> seeing(OnLastSeen change) {
    return spoilt(it -> it.seeing = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> annotating(OnAnnotate change) {
    return spoilt(it -> it.annotating = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> rekeying(OnRekey change) {
    return spoilt(it -> it.rekeying = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> revokingOthers(OnRevokeOthers change) {
    return spoilt(it -> it.revokingOthers = change);
  }

  static BiFunction<Sessions, InstantSource, Sessions> purging(OnPurge change) {
    return spoilt(it -> it.purging = change);
  }

  private static BiFunction<Sessions, InstantSource, Sessions> spoilt(Consumer<Spoilt> how) {
    return (right, clock) -> {
      Spoilt it = new Spoilt(right, clock);
      how.accept(it);
      return it;
    };
  }

  interface OnOpen {
    List<SessionId> answer(Spoilt it, Session session, int limit, List<SessionId> ended);
  }

  interface OnFindByToken {
    Optional<Session> answer(
        Spoilt it, UserId owner, SessionTokenHash token, Optional<Session> answer);
  }

  interface OnFind {
    Optional<Session> answer(Spoilt it, UserId owner, SessionId id, Optional<Session> answer);
  }

  interface OnTouch {
    Sessions.Touch answer(Spoilt it, UserId owner, SessionId id, Instant at, Sessions.Touch answer);
  }

  interface OnRevoke {
    Sessions.Revocation answer(Spoilt it, UserId owner, SessionId id, Sessions.Revocation answer);
  }

  interface OnRevokeAll {
    Sessions.Clearance answer(Spoilt it, UserId owner, Sessions.Clearance answer);
  }

  interface OnList {
    List<Session> answer(Spoilt it, UserId owner, List<Session> answer);
  }

  interface OnLastSeen {
    List<UserId> answer(Spoilt it, int most, List<UserId> answer);
  }

  interface OnAnnotate {
    Sessions.Annotation answer(Spoilt it, Annotate asked, Sessions.Annotation answer);
  }

  interface OnRekey {
    Sessions.Rekeying answer(
        Spoilt it, UserId owner, SessionId id, SessionTokenHash next, Sessions.Rekeying answer);
  }

  interface OnRevokeOthers {
    long count(Spoilt it, UserId owner, SessionId kept, long count);
  }

  interface OnPurge {
    boolean complete(Spoilt it, int most, boolean complete);
  }

  /** A call of {@link Sessions#annotate}. */
  record Annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {}

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements Sessions {
    /** The right adapter. */
    final Sessions right;

    /** The clock that it goes by. */
    final InstantSource clock;

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** Each session that was opened through this view, as it was then. */
    final Map<SessionId, Session> opened = new ConcurrentHashMap<>();

    /** The same, in the order in which they were opened. */
    final List<Session> inOrder = new CopyOnWriteArrayList<>();

    /** What each token opens that was given to this view. */
    final Map<SessionTokenHash, Session> tokens = new ConcurrentHashMap<>();

    /** Which sessions this view has touched, and when they were last used for all it knows. */
    final Map<SessionId, Instant> touched = new ConcurrentHashMap<>();

    /** Which sessions this view has ended, one by one, all at once or over the limit; in order. */
    final List<SessionId> revoked = new CopyOnWriteArrayList<>();

    /** Which sessions this view has revoked while others were using them. */
    final Set<SessionId> raced = ConcurrentHashMap.newKeySet();

    /** Which of the owner's sessions went when all did. */
    final List<SessionId> cleared = new CopyOnWriteArrayList<>();

    /** Which sessions went for being over the limit. */
    final List<SessionId> evicted = new CopyOnWriteArrayList<>();

    /** Which of those went while many logged in at once. */
    final Map<SessionId, Session> evictedInARace = new ConcurrentHashMap<>();

    /** What this view has found. */
    final Map<SessionId, Session> found = new ConcurrentHashMap<>();

    /** What this view has found by each token. */
    final Map<SessionTokenHash, Session> foundByToken = new ConcurrentHashMap<>();

    /** What this view has listed. */
    final Map<SessionId, Session> listed = new ConcurrentHashMap<>();

    /** Which sessions this view has annotated. */
    final Set<SessionId> annotated = ConcurrentHashMap.newKeySet();

    /** Which tokens this view has given to sessions in place of their first. */
    final Map<SessionTokenHash, SessionId> keys = new ConcurrentHashMap<>();

    /** The same, while others were giving them tokens too. */
    final Map<SessionTokenHash, SessionId> racedKeys = new ConcurrentHashMap<>();

    /** Which sessions this view has ended for being the others. */
    final List<SessionId> others = new CopyOnWriteArrayList<>();

    /** The same, while they were being used. */
    final List<SessionId> racedOthers = new CopyOnWriteArrayList<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private UnaryOperator<Session> keeping = session -> session;
    private OnOpen opening = (_, _, _, answer) -> answer;
    private OnFindByToken findingByToken = (_, _, _, answer) -> answer;
    private OnFind finding = (_, _, _, answer) -> answer;
    private OnTouch touching = (_, _, _, _, answer) -> answer;
    private OnRevoke revoking = (_, _, _, answer) -> answer;
    private OnList listing = (_, _, answer) -> answer;
    private OnLastSeen seeing = (_, _, answer) -> answer;
    private OnAnnotate annotating = (_, _, answer) -> answer;
    private OnRekey rekeying = (_, _, _, _, answer) -> answer;
    private OnRevokeOthers revokingOthers = (_, _, _, answer) -> answer;
    private OnPurge purging = (_, _, answer) -> answer;
    private OnRevokeAll revokingAll = (_, _, answer) -> answer;

    Spoilt(Sessions right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    @Override
    public List<Session> list(UserId owner) {
      calls.note("list");
      List<Session> answer = right.list(owner);
      List<Session> spoilt = listing.answer(this, owner, answer);
      answer.forEach(session -> listed.put(session.id(), session));
      return spoilt;
    }

    @Override
    public List<UserId> lastSeen(int most) {
      calls.note("lastSeen");
      return seeing.answer(this, most, right.lastSeen(most));
    }

    @Override
    public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
      calls.note("annotate");
      Annotation answer = right.annotate(owner, id, expected, next);
      if (answer instanceof Annotated) {
        annotated.add(id);
      }
      return annotating.answer(this, new Annotate(owner, id, expected, next), answer);
    }

    @Override
    public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
      calls.note("rekey");
      Rekeying answer = right.rekey(owner, id, next);
      if (answer instanceof Rekeyed) {
        (WrongDouble.inARace() ? racedKeys : keys).put(next, id);
      }
      return rekeying.answer(this, owner, id, next, answer);
    }

    @Override
    public Clearance revokeOthers(UserId owner, SessionId kept) {
      calls.note("revokeOthers");
      Clearance answer = right.revokeOthers(owner, kept);
      long spoilt = revokingOthers.count(this, owner, kept, answer.count());
      opened.values().stream()
          .filter(it -> it.owner().equals(owner) && !it.id().equals(kept))
          .forEach(it -> (WrongDouble.inARace() ? racedOthers : others).add(it.id()));
      return new Clearance(spoilt);
    }

    @Override
    public Purge purge(int most) {
      calls.note("purge");
      return new Purge(purging.complete(this, most, right.purge(most).complete()));
    }

    Optional<Session> known(SessionId id) {
      return Optional.ofNullable(opened.get(id));
    }

    Instant createdAt(SessionId id) {
      return known(id).map(Session::createdAt).orElse(Instant.MAX);
    }

    boolean isEnded(SessionId id) {
      return revoked.contains(id) || cleared.contains(id) || evicted.contains(id);
    }

    /** The session as it was opened, if it was neither ended nor used through this view. */
    Optional<Session> unused(SessionId id) {
      return known(id).filter(_ -> !isEnded(id) && !touched.containsKey(id));
    }

    @Override
    public Opening open(Session session, SessionTokenHash token, int limit) {
      calls.note("open");
      Opening answer = right.open(keeping.apply(session), token, limit);
      List<SessionId> spoilt = opening.answer(this, session, limit, answer.ended());
      opened.put(session.id(), session);
      inOrder.add(session);
      tokens.put(token, session);
      evicted.addAll(answer.ended());
      if (WrongDouble.inARace()) {
        answer.ended().forEach(id -> evictedInARace.put(id, session));
      }
      return new Opening(spoilt);
    }

    @Override
    public Optional<Session> find(UserId owner, SessionTokenHash token) {
      calls.note("find");
      Optional<Session> answer = right.find(owner, token);
      Optional<Session> spoilt = findingByToken.answer(this, owner, token, answer);
      answer.ifPresent(session -> foundByToken.put(token, session));
      return spoilt;
    }

    @Override
    public Optional<Session> find(UserId owner, SessionId id) {
      calls.note("find");
      Optional<Session> answer = right.find(owner, id);
      Optional<Session> spoilt = finding.answer(this, owner, id, answer);
      answer.ifPresent(session -> found.put(id, session));
      return spoilt;
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      calls.note("touch");
      Touch answer = right.touch(owner, id, at);
      Touch spoilt = touching.answer(this, owner, id, at, answer);
      touched.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
      return spoilt;
    }

    @Override
    public Revocation revoke(UserId owner, SessionId id) {
      calls.note("revoke");
      Revocation answer = right.revoke(owner, id);
      Revocation spoilt = revoking.answer(this, owner, id, answer);
      if (answer instanceof Revoked) {
        revoked.add(id);
        if (WrongDouble.inARace()) {
          raced.add(id);
        }
      }
      return spoilt;
    }

    @Override
    public Clearance revokeAll(UserId owner) {
      calls.note("revokeAll");
      Clearance answer = right.revokeAll(owner);
      Clearance spoilt = revokingAll.answer(this, owner, answer);
      opened.values().stream()
          .filter(it -> it.owner().equals(owner) && !isEnded(it.id()))
          .forEach(it -> cleared.add(it.id()));
      return spoilt;
    }
  }
}

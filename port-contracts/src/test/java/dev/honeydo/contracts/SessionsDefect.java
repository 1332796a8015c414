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
import java.util.function.UnaryOperator;

/** What is wrong with a double of sessions: each part changes what one method answers or keeps. */
record SessionsDefect(
    UnaryOperator<Session> keeping,
    OnOpen opening,
    OnFindByToken findingByToken,
    OnFind finding,
    OnTouch touching,
    OnRevoke revoking,
    OnRevokeAll revokingAll)
    implements BiFunction<Sessions, InstantSource, Sessions> {
  static final SessionsDefect NONE =
      new SessionsDefect(
          session -> session,
          (_, _, _, answer) -> answer,
          (_, _, _, answer) -> answer,
          (_, _, _, answer) -> answer,
          (_, _, _, _, answer) -> answer,
          (_, _, _, answer) -> answer,
          (_, _, answer) -> answer);

  static SessionsDefect keeping(UnaryOperator<Session> it) {
    return new SessionsDefect(
        it,
        NONE.opening,
        NONE.findingByToken,
        NONE.finding,
        NONE.touching,
        NONE.revoking,
        NONE.revokingAll);
  }

  static SessionsDefect opening(OnOpen it) {
    return new SessionsDefect(
        NONE.keeping,
        it,
        NONE.findingByToken,
        NONE.finding,
        NONE.touching,
        NONE.revoking,
        NONE.revokingAll);
  }

  static SessionsDefect findingByToken(OnFindByToken it) {
    return new SessionsDefect(
        NONE.keeping,
        NONE.opening,
        it,
        NONE.finding,
        NONE.touching,
        NONE.revoking,
        NONE.revokingAll);
  }

  static SessionsDefect finding(OnFind it) {
    return new SessionsDefect(
        NONE.keeping,
        NONE.opening,
        NONE.findingByToken,
        it,
        NONE.touching,
        NONE.revoking,
        NONE.revokingAll);
  }

  static SessionsDefect touching(OnTouch it) {
    return new SessionsDefect(
        NONE.keeping,
        NONE.opening,
        NONE.findingByToken,
        NONE.finding,
        it,
        NONE.revoking,
        NONE.revokingAll);
  }

  static SessionsDefect revoking(OnRevoke it) {
    return new SessionsDefect(
        NONE.keeping,
        NONE.opening,
        NONE.findingByToken,
        NONE.finding,
        NONE.touching,
        it,
        NONE.revokingAll);
  }

  static SessionsDefect revokingAll(OnRevokeAll it) {
    return new SessionsDefect(
        NONE.keeping,
        NONE.opening,
        NONE.findingByToken,
        NONE.finding,
        NONE.touching,
        NONE.revoking,
        it);
  }

  @Override
  public Sessions apply(Sessions right, InstantSource clock) {
    return new Spoilt(right, clock, this);
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

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements Sessions {
    /** The right adapter. */
    final Sessions right;

    /** The clock that it goes by. */
    final InstantSource clock;

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

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private final SessionsDefect defect;

    Spoilt(Sessions right, InstantSource clock, SessionsDefect defect) {
      this.right = right;
      this.clock = clock;
      this.defect = defect;
    }

    @Override
    public List<Session> list(UserId owner) {
      return right.list(owner);
    }

    @Override
    public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
      return right.annotate(owner, id, expected, next);
    }

    @Override
    public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
      return right.rekey(owner, id, next);
    }

    @Override
    public Clearance revokeOthers(UserId owner, SessionId kept) {
      return right.revokeOthers(owner, kept);
    }

    @Override
    public Purge purge(int most) {
      return right.purge(most);
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
      Opening answer = right.open(defect.keeping.apply(session), token, limit);
      List<SessionId> spoilt = defect.opening.answer(this, session, limit, answer.ended());
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
      return defect.findingByToken.answer(this, owner, token, right.find(owner, token));
    }

    @Override
    public Optional<Session> find(UserId owner, SessionId id) {
      Optional<Session> answer = right.find(owner, id);
      Optional<Session> spoilt = defect.finding.answer(this, owner, id, answer);
      answer.ifPresent(session -> found.put(id, session));
      return spoilt;
    }

    @Override
    public Touch touch(UserId owner, SessionId id, Instant at) {
      Touch answer = right.touch(owner, id, at);
      Touch spoilt = defect.touching.answer(this, owner, id, at, answer);
      touched.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
      return spoilt;
    }

    @Override
    public Revocation revoke(UserId owner, SessionId id) {
      Revocation answer = right.revoke(owner, id);
      Revocation spoilt = defect.revoking.answer(this, owner, id, answer);
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
      Clearance answer = right.revokeAll(owner);
      Clearance spoilt = defect.revokingAll.answer(this, owner, answer);
      opened.values().stream()
          .filter(it -> it.owner().equals(owner) && !isEnded(it.id()))
          .forEach(it -> cleared.add(it.id()));
      return spoilt;
    }
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What the clauses about sessions need of the adapter that they try. */
interface SessionsSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  Sessions sessions();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  Sessions anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  Sessions unreachable();

  /** What time it is for the adapter and its views. It stands still but for {@link #elapse}. */
  InstantSource clock();

  /**
   * Lets that much time pass for the adapter and its views, without waiting; where it is negative,
   * sets their clock back.
   */
  void elapse(Duration time);

  /** What time it is now. */
  default Instant now() {
    return clock().instant();
  }

  /** A session that is opened now, with room for nine more. */
  default Session opened(UserId owner) {
    return opened(owner, Specimens.tokenHash());
  }

  /** A session that is opened now and that this token finds, with room for nine more. */
  default Session opened(UserId owner, SessionTokenHash token) {
    Session session = Specimens.session(owner, now());
    var _ = sessions().open(session, token, 10);
    return session;
  }
}

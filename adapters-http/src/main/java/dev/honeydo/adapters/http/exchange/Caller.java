package dev.honeydo.adapters.http.exchange;

import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Session;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who makes a request, and how they have shown it.
 *
 * @param carriers each that was used, at least one
 * @param tokens what the access tokens say that were shown
 */
public record Caller(Session session, Set<Carrier> carriers, List<AccessClaims> tokens) {

  /** Copies the set and the list. */
  public Caller {
    carriers = Collections.unmodifiableSet(EnumSet.copyOf(carriers));
    tokens = List.copyOf(tokens);
  }

  /** How they have shown it, where one answer is asked for. */
  public Carrier carrier() {
    return carriers.iterator().next();
  }

  /**
   * Whether the client keeps the session's token in its cookie jar and nowhere else, so that it can
   * be given another.
   */
  public boolean keepsTokenInCookie() {
    return carriers.contains(Carrier.COOKIE) && !carriers.contains(Carrier.SESSION);
  }
}

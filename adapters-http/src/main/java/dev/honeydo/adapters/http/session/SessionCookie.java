package dev.honeydo.adapters.http.session;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionToken;
import java.time.Duration;

/**
 * The cookie that holds a session's token (RFC 6265): out of reach for scripts, not sent along by
 * other sites' pages but for plain links.
 */
public final class SessionCookie {
  /** Its name. */
  public static final String NAME = "session_id";

  private final String attributes;

  /**
   * The cookie as this installation sets it.
   *
   * @param secure whether it is to travel over TLS alone
   */
  public SessionCookie(boolean secure) {
    this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  /** Sets the cookie, for as long as the session can live at most from its last use. */
  public Answer set(Answer answer, SessionToken token, Session session) {
    long seconds = Duration.between(session.lastAccessedAt(), session.endsAt()).toSeconds();
    return answer.with(
        "Set-Cookie", NAME + "=" + token.text() + "; Max-Age=" + seconds + attributes);
  }

  /** Has the client forget the cookie. */
  public Answer clear(Answer answer) {
    return answer.with("Set-Cookie", NAME + "=; Max-Age=0" + attributes);
  }
}

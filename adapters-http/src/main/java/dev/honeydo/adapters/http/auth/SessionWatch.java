package dev.honeydo.adapters.http.auth;

import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.Credential;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.auth.Session;
import java.util.List;

/** Looks again and again whether what a request has shown is still good. Of one thread. */
public final class SessionWatch {
  private final Authenticate authenticate;
  private final List<Credential> credentials;
  private final Session session;

  private SessionWatch(Authenticate authenticate, List<Credential> credentials, Session session) {
    this.authenticate = authenticate;
    this.credentials = credentials;
    this.session = session;
  }

  /** Watches over what this request shows, which was found good. */
  public static SessionWatch over(Exchange exchange, Authenticate authenticate) {
    return new SessionWatch(
        authenticate, PresentedCredentials.of(exchange).credentials(), exchange.session());
  }

  /** The session, as it was when the request came. */
  public Session session() {
    return session;
  }

  /** How it stands now. */
  public Standing look() {
    try {
      return switch (authenticate.handle(new Authenticate.Command(credentials))) {
        case Authenticate.Authenticated(Session found, _) ->
            found.id().equals(session.id()) ? Standing.LIVE : Standing.ENDED;
        case Authenticate.Rejected _, Authenticate.Ambiguous(), Authenticate.NothingPresented() ->
            Standing.ENDED;
      };
    } catch (PortUnavailable away) {
      return Standing.NOBODY_KNOWS;
    }
  }

  /** How a session stands. */
  public enum Standing {
    /** It would be let in. */
    LIVE,
    /** It would be refused. */
    ENDED,
    /** Nobody can tell. */
    NOBODY_KNOWS
  }
}

package dev.honeydo.adapters.http.auth;

import dev.honeydo.adapters.http.exchange.Admission;
import dev.honeydo.adapters.http.exchange.Audience;
import dev.honeydo.adapters.http.exchange.Caller;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Session;
import java.util.List;

/**
 * Lets in who shows a live session, unless the cookie that shows it may be another site's doing;
 * and where only admins may go, only those whom the record calls one at this moment.
 */
public final class Login implements Admission {
  private final Authenticate authenticate;
  private final UserQueries userQueries;
  private final CrossSiteRule crossSiteRule;

  /** Wires the check. */
  public Login(Authenticate authenticate, UserQueries userQueries, CrossSiteRule crossSiteRule) {
    this.authenticate = authenticate;
    this.userQueries = userQueries;
    this.crossSiteRule = crossSiteRule;
  }

  @Override
  public Caller admit(Exchange exchange) {
    Caller caller = caller(exchange);
    // Before it is asked whether they may: to be refused is not free of charge.
    exchange.charge(new LimitRequest.Call(caller.session().owner()));
    if (exchange.audience() == Audience.ADMINS
        && userQueries.admin(caller.session().owner()).isEmpty()) {
      throw new Refused(Problem.of(ProblemType.FORBIDDEN));
    }
    return caller;
  }

  private Caller caller(Exchange exchange) {
    PresentedCredentials presented = PresentedCredentials.of(exchange);
    if (presented.cookieOnly() && !crossSiteRule.admits(exchange)) {
      throw new Refused(Problem.of(ProblemType.CROSS_SITE_REQUEST));
    }
    return switch (authenticate.handle(new Authenticate.Command(presented.credentials()))) {
      case Authenticate.Authenticated(Session session, List<AccessClaims> tokens) ->
          new Caller(session, presented.carriers(), tokens);
      case Authenticate.Rejected(Authenticate.Reason reason) ->
          throw new Refused(Problem.of(typeOf(reason)));
      case Authenticate.Ambiguous() ->
          throw new Refused(Problem.of(ProblemType.AMBIGUOUS_CREDENTIALS));
      case Authenticate.NothingPresented() ->
          throw new Refused(Problem.of(ProblemType.AUTHENTICATION_REQUIRED));
    };
  }

  private static ProblemType typeOf(Authenticate.Reason reason) {
    return switch (reason) {
      case TOKEN_INVALID -> ProblemType.TOKEN_INVALID;
      case TOKEN_EXPIRED -> ProblemType.TOKEN_EXPIRED;
      case TOKEN_REVOKED -> ProblemType.TOKEN_REVOKED;
      case SESSION_EXPIRED -> ProblemType.SESSION_EXPIRED;
    };
  }
}

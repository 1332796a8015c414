package dev.honeydo.adapters.http.exchange;

import dev.honeydo.domain.auth.Session;

/** Decides who may make a request that needs a login. */
@FunctionalInterface
public interface Admission {

  /**
   * The session that the request is made in.
   *
   * @throws dev.honeydo.adapters.http.problem.Refused when it is made in none
   */
  Session admit(Exchange exchange);
}

package dev.honeydo.adapters.http.exchange;

/** Decides who makes a request. */
@FunctionalInterface
public interface Admission {

  /**
   * Who makes the request, and may make it.
   *
   * @throws dev.honeydo.adapters.http.problem.Refused when nobody does who may
   */
  Caller admit(Exchange exchange);
}

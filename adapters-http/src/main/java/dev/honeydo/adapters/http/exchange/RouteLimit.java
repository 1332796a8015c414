package dev.honeydo.adapters.http.exchange;

import dev.honeydo.application.limit.LimitRequest;
import java.util.Optional;

/**
 * By what the requests of a route are limited, and who charges them. What cannot be charged, since
 * it cannot be read, is told how its limits stand as far as the address goes.
 */
public enum RouteLimit {
  /** Nothing. */
  NONE,
  /** The requests of each user; charged as soon as it is known who asks. */
  API,
  /** Logins, by address and account; charged by the handler, which reads the account. */
  LOGIN,
  /** Registrations, by address; charged by the handler, once it can be read. */
  REGISTER,
  /** Refreshes, by login; charged by the handler, which reads the token. */
  REFRESH;

  /** What is known of a request before it is read, for those that the handler charges. */
  Optional<LimitRequest.Request> unread(Sender from) {
    return switch (this) {
      case NONE, API -> Optional.empty();
      case LOGIN -> Optional.of(new LimitRequest.Login(from.block(), Optional.empty()));
      case REGISTER -> Optional.of(new LimitRequest.Registration(from.block()));
      case REFRESH -> Optional.of(new LimitRequest.Refresh(from.block(), Optional.empty()));
    };
  }
}

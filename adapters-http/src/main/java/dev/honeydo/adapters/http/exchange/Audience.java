package dev.honeydo.adapters.http.exchange;

/** Whom a route is for. */
public enum Audience {
  /** Everybody; credentials are not even looked at. */
  EVERYBODY,
  /** Whoever is logged in. */
  USERS,
  /** Users who are admins when they ask. */
  ADMINS
}

package dev.honeydo.domain.user;

/** What a user may do beyond minding what is theirs. */
public enum Role {
  /** Nothing more. */
  USER,
  /** See and change users, see and clear caches. */
  ADMIN
}

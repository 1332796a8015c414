package dev.honeydo.domain.auth;

/** How the owner of a session proved who they are when they opened it. */
public enum AuthenticationMethod {
  /** With their password. */
  PASSWORD
}

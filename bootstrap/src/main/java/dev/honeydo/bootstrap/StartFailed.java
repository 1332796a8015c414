package dev.honeydo.bootstrap;

/**
 * Thrown when something outside keeps Honeydo from starting; says what, and what to do about it.
 */
final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}

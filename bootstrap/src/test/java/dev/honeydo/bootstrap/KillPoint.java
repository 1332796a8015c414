package dev.honeydo.bootstrap;

/** Where in a request with a key the process dies. */
enum KillPoint {
  /** Nobody has heard of the request. */
  BEFORE_CLAIM,
  /** The key is claimed and nothing done. */
  AFTER_CLAIM,
  /** The todo is there and nobody knows. */
  AFTER_EFFECT,
  /** The answer is about to be kept. */
  BEFORE_COMPLETION,
  /** The answer is kept and nothing of it sent. */
  AFTER_COMPLETION,
  /** The client has the answer. */
  AFTER_ANSWER
}

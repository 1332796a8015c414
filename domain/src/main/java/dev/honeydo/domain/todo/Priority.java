package dev.honeydo.domain.todo;

/** How much a todo matters, in rising order. */
public enum Priority {
  /** Can wait. */
  LOW,
  /** What a todo has unless told otherwise. */
  NORMAL,
  /** Comes first. */
  HIGH
}

package dev.honeydo.domain;

/**
 * Thrown by the constructor of a value that would break a rule of its type.
 *
 * <p>The message says what would be right, is fit to be shown to a client and never repeats the
 * refused text, which may be a secret.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Violation violation;

  /** Refuses a value for breaking {@code violation}; {@code detail} says what would be right. */
  public InvalidValue(Violation violation, String detail) {
    super(detail);
    this.violation = violation;
  }

  /** The rule that the value breaks. */
  public Violation violation() {
    return violation;
  }

  /** What would be right, in words fit for a client. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}

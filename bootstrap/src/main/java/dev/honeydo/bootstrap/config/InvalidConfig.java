package dev.honeydo.bootstrap.config;

import java.util.List;

/** Thrown when Honeydo cannot be started as configured; tells everything that is wrong at once. */
public final class InvalidConfig extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /** Reports these mistakes, at least one. */
  public InvalidConfig(List<Mistake> mistakes) {
    super(String.join("\n", mistakes.stream().map(Mistake::toString).toList()));
    this.mistakes = List.copyOf(mistakes);
  }

  /** What is wrong, in the order in which the variables are documented. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One thing that is wrong.
   *
   * @param variable its name
   * @param remedy what would be right; never the value, which may be a secret
   */
  public record Mistake(String variable, String remedy) {
    /** The name, and what would be right. */
    @Override
    public String toString() {
      return variable + " " + remedy;
    }
  }
}

package dev.honeydo.application.port;

/**
 * What an adapter found out about the part that it stands before, for whoever runs the
 * installation.
 *
 * @param subject what was looked at, for example {@code redis version}
 * @param says what was found and, unless all is well, what to do: one line, without a secret
 */
public record Finding(String subject, Verdict verdict, String says) {

  /** How bad it is. */
  public enum Verdict {
    /** All is well. */
    OK,
    /** Honeydo works, but not as it should, or not for long. */
    WARN,
    /** Honeydo does not work so, or only without the part. */
    FAIL
  }

  /** All is well. */
  public static Finding ok(String subject, String says) {
    return new Finding(subject, Verdict.OK, says);
  }

  /** Something should be done. */
  public static Finding warn(String subject, String says) {
    return new Finding(subject, Verdict.WARN, says);
  }

  /** Something must be done. */
  public static Finding fail(String subject, String says) {
    return new Finding(subject, Verdict.FAIL, says);
  }
}

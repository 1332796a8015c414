package dev.honeydo.adapters.http.problem;

/** Thrown where a request turns out to be no good; it is answered with the problem. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Refuses the request for this problem. */
  public Refused(Problem problem) {
    // A refusal is an answer, not a fault: nobody needs its stack.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** Refuses the request for a problem of this type. */
  public Refused(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** What the client is told. */
  public Problem problem() {
    return problem;
  }
}

package dev.honeydo.application.port;

/**
 * Thrown by an adapter when what stands behind its port cannot be reached, does not answer in time
 * or refuses to work.
 *
 * <p>Whether a write took effect is then unknown. No other exception of a vendor's leaves an
 * adapter.
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String port;
  private final String operation;

  /**
   * Reports that {@code operation} of {@code port} failed.
   *
   * @param port the simple name of the port, for example {@code Todos}
   * @param operation the name of its method
   * @param cause what the vendor's library threw
   */
  public PortUnavailable(String port, String operation, Throwable cause) {
    super(port + "." + operation + " is unavailable", cause);
    this.port = port;
    this.operation = operation;
  }

  /** The simple name of the port. */
  public String port() {
    return port;
  }

  /** The name of the method that failed. */
  public String operation() {
    return operation;
  }
}

package archfixtures.r10.good.application.port;

import org.jspecify.annotations.NullMarked;

/** The one trouble. */
@NullMarked
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

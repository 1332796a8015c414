package archfixtures.r9.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A second kind of trouble. */
@NullMarked
public final class BadNotesUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

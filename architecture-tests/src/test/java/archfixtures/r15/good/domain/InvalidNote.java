package archfixtures.r15.good.domain;

import org.jspecify.annotations.NullMarked;

/** Trouble. */
@NullMarked
public final class InvalidNote extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
}

package archfixtures.r19.good.adapters.security;

import java.security.SecureRandom;
import org.jspecify.annotations.NullMarked;

/** The one source. */
@NullMarked
record SecureIds() {
  static int next() {
    return new SecureRandom().nextInt();
  }
}

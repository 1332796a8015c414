package archfixtures.r19.bad.adapters.security;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The one source. */
@NullMarked
record SecureIds() {
  static UUID next() {
    return UUID.randomUUID();
  }
}

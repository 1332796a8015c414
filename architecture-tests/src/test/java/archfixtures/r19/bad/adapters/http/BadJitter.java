package archfixtures.r19.bad.adapters.http;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** Rolls dice of its own. */
@NullMarked
record BadJitter() {
  static int roll() {
    return ThreadLocalRandom.current().nextInt() + new SecureRandom().nextInt();
  }
}

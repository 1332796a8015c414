package archfixtures.r17.bad.adapters.sqlite;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** Asks the system for the time, also by method reference. */
@NullMarked
record BadNotes(Supplier<Instant> later) {
  static Instant now() {
    return Instant.now();
  }

  static Supplier<Instant> soon() {
    return Instant::now;
  }

  static Clock clock() {
    return Clock.systemUTC();
  }
}

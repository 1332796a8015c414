package archfixtures.r17.good.adapters.sqlite;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;

/** Is told the time. */
@NullMarked
record Notes(InstantSource source, Clock clock) {
  Instant now() {
    return source.instant();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}

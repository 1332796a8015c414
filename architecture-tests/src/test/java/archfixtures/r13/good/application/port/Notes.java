package archfixtures.r13.good.application.port;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** A port whose answers say what happened. */
@NullMarked
public interface Notes extends AutoCloseable {
  /** Clears. */
  Clearance clear();

  /** Finds. */
  Optional<UUID> find(String text);

  /** Whether there is nothing. */
  boolean isEmpty();

  @Override
  void close();

  /** How many went. */
  record Clearance(long count) {}
}

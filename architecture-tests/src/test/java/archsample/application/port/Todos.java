package archsample.application.port;

import archsample.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** The record of todos. */
@NullMarked
public interface Todos {
  /** Removes all. */
  Clearance clear(UserId owner);

  /** How many went. */
  record Clearance(long count) {}
}

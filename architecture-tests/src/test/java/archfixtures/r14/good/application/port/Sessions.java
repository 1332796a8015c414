package archfixtures.r14.good.application.port;

import archfixtures.r14.good.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** Takes a record that says whose it is. */
@NullMarked
public interface Sessions {
  /** Opens. */
  Opening open(Session session);

  /** Clears out what has expired, whoever's it was. */
  Purge purge(int most);

  /** What became of a purge. */
  record Purge(boolean complete) {}

  /** What to open. */
  record Session(String id, UserId owner) {}

  /** What became of it. */
  record Opening() {}
}

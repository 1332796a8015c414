package archfixtures.r14.bad.application.port;

import archfixtures.r14.bad.domain.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A store that finds anybody's things. */
@NullMarked
public interface Todos {
  /** Whose it is comes too late. */
  Optional<String> badFind(String id, UserId owner);

  /** Not told at all. */
  Optional<String> badAll();

  /** As it should be. */
  Optional<String> find(UserId owner, String id);
}

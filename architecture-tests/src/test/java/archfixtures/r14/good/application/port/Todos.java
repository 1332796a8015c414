package archfixtures.r14.good.application.port;

import archfixtures.r14.good.domain.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A store that looks among the owner's things. */
@NullMarked
public interface Todos {
  /** Finds. */
  Optional<String> find(UserId owner, String id);

  /** What it gives is not asked for an owner. */
  record Page(int count) {}
}

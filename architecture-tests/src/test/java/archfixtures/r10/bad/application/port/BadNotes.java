package archfixtures.r10.bad.application.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;

/** A port that speaks of technology. */
@NullMarked
public interface BadNotes {
  /** Hidden in a type argument. */
  Optional<List<CompletableFuture<String>>> all();

  /** A vendor's trouble. */
  Optional<String> find(String id) throws IOException;
}

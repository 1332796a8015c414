package archfixtures.r13.good.application.port;

import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** A port that answers what its caller's own function gives. */
@NullMarked
public interface Copies {
  /** Reads. */
  <V> V read(Key<V> key, Supplier<V> loader);

  /** What a copy is of. */
  record Key<V>(String text) {}
}

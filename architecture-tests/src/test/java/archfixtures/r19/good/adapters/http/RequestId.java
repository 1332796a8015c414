package archfixtures.r19.good.adapters.http;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Reads an id, makes none. */
@NullMarked
record RequestId(UUID value) {
  static RequestId parse(String text) {
    return new RequestId(UUID.fromString(text));
  }
}

package archfixtures.r19.bad.adapters.http;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** Makes ids of its own. */
@NullMarked
record BadRequestId(UUID value) {
  static Supplier<UUID> source() {
    return UUID::randomUUID;
  }
}

package archfixtures.r11.good.application.note;

import java.time.InstantSource;
import org.jspecify.annotations.NullMarked;

/** A step that use cases share. */
@NullMarked
public final class Stamp {
  String of(InstantSource clock) {
    return clock.instant().toString();
  }
}

package archfixtures.r11.bad.application.note;

import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** Does what an interface from elsewhere says: anybody can call it. */
@NullMarked
public final class BadSignature implements Supplier<String> {
  @Override
  public String get() {
    return "Ada";
  }
}

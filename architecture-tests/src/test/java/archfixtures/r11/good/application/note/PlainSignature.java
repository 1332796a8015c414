package archfixtures.r11.good.application.note;

import org.jspecify.annotations.NullMarked;

/** One of them. */
@NullMarked
public final class PlainSignature implements Signature {
  @Override
  public String text() {
    return "Ada";
  }
}

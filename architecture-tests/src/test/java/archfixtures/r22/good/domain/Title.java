package archfixtures.r22.good.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** Means the same everywhere. */
@NullMarked
record Title(String text) {
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  String count(int value) {
    return String.format(Locale.ROOT, "%d", value);
  }
}

package archfixtures.r22.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Writes other digits in Egypt. */
@NullMarked
record BadCount(int value) {
  String text() {
    return String.format("%d", value);
  }

  String words() {
    return "%d items".formatted(value);
  }
}

package archfixtures.r15.good.domain;

import org.jspecify.annotations.NullMarked;

/** Constants, one with a mind of its own. */
@NullMarked
public enum Colour {
  /** Red. */
  RED,
  /** Blue. */
  BLUE {
    @Override
    String mood() {
      return "blue";
    }
  };

  String mood() {
    return switch (this) {
      case RED -> "angry";
      case BLUE -> "sad";
    };
  }
}

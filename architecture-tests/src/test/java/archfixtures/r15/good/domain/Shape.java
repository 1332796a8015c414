package archfixtures.r15.good.domain;

import org.jspecify.annotations.NullMarked;

/** A closed set. */
@NullMarked
public sealed interface Shape {
  /** Round. */
  record Circle(int radius) implements Shape {}
}

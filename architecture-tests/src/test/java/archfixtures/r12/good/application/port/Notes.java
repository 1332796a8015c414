package archfixtures.r12.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {
  /** What became of it. */
  sealed interface Addition {}

  /** Done. */
  record Added() implements Addition {}

  /** The only answer there is. */
  record Clearance(long count) {}

  /** What there is to choose from. */
  enum Order {
    /** Newest first. */
    NEWEST
  }
}

package archfixtures.r20.bad.contracts;

import org.jspecify.annotations.NullMarked;

/** Lets time pass by waiting for it. */
@NullMarked
public interface BadNotesContract {
  /** Waits. */
  default void elapse() throws InterruptedException {
    Thread.sleep(10);
  }
}

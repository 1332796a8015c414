package archfixtures.r20.good.contracts;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** Waits for a condition. */
@NullMarked
public interface NotesContract {
  /** Lets time pass, as the adapter sees it. */
  void elapse(Duration duration);

  /** Waits. */
  default boolean arrived(CountDownLatch latch) throws InterruptedException {
    return latch.await(1, TimeUnit.SECONDS);
  }
}

package archfixtures.r20.bad.adapters.sqlite;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** Backs off by sleeping. */
@NullMarked
record BadRetry() {
  static void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(10);
  }
}

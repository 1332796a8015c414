package archfixtures.r2.bad.application.note;

import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A use case that logs. */
@NullMarked
public final class BadWriteNote {
  private static final Logger LOG = LoggerFactory.getLogger("note");

  /** Logs. */
  public void handle() {
    LOG.info("written");
  }
}

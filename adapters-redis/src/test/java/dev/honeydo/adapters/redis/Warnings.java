package dev.honeydo.adapters.redis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged by anybody as a warning or worse, from when this listens until it is closed. */
final class Warnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<ILoggingEvent> heard = new CopyOnWriteArrayList<>();

  /** Of everybody, when nobody listens. */
  private final Level before = root().getLevel();

  private Warnings() {}

  static Warnings listen() {
    Warnings warnings = new Warnings();
    warnings.start();
    root().addAppender(warnings);
    root().setLevel(Level.WARN);
    return warnings;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      heard.add(event);
    }
  }

  /** All of them, each with what it gives as its cause. */
  List<String> all() {
    return heard.stream().map(Warnings::text).toList();
  }

  /** Those of a class. */
  List<String> of(Class<?> who) {
    return heard.stream()
        .filter(it -> it.getLoggerName().equals(who.getName()))
        .map(Warnings::text)
        .toList();
  }

  private static String text(ILoggingEvent event) {
    var cause = event.getThrowableProxy();
    return event.getFormattedMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }

  @Override
  public void close() {
    root().setLevel(before);
    root().detachAppender(this);
    stop();
  }
}

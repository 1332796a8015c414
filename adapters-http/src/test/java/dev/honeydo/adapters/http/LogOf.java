package dev.honeydo.adapters.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Catches all that is logged from warnings up, in place of the console, until it is closed. */
final class LogOf extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root;
  private final Appender<ILoggingEvent> console;

  private final Level level;
  private final Logger chatty;

  LogOf() {
    this(Level.WARN, org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Catches what that logger logs from DEBUG up, and of all others warnings. */
  static LogOf everything(String logger) {
    return new LogOf(Level.DEBUG, logger);
  }

  private LogOf(Level level, String logger) {
    this.level = level;
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    console = root.getAppender("console");
    chatty = context.getLogger(logger);
    chatty.setLevel(level);
    setContext(context);
    start();
    root.addAppender(this);
    boolean _ = root.detachAppender(console);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(level)) {
      String stack =
          event.getThrowableProxy() == null
              ? ""
              : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(event.getLevel() + " " + event.getFormattedMessage() + stack);
    }
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    chatty.setLevel(chatty.equals(root) ? Level.WARN : null);
    root.addAppender(console);
    boolean _ = root.detachAppender(this);
    stop();
  }
}

package dev.honeydo.benchmarks.peer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has libraries log what goes wrong, and nothing else: unasked, Logback logs all there is. */
public final class Quiet {
  private Quiet() {}

  /** From now on. */
  public static void please() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
  }
}

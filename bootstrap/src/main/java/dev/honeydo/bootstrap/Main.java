package dev.honeydo.bootstrap;

import ch.qos.logback.classic.Level;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.InvalidConfig;
import dev.honeydo.bootstrap.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts Honeydo, or with the argument {@code doctor} looks at what it would start with. Exits with
 * 2 where the configuration is wrong, with 1 where the start fails.
 */
public final class Main {
  private Main() {}

  /** Serves until the process is asked to stop. */
  public static void main(String[] arguments) {
    try {
      // Libraries that help to read the configuration log as well.
      Logging.start(Level.WARN);
      if (List.of(arguments).equals(List.of("doctor"))) {
        System.exit(Doctor.run(Path.of(""), System.getenv(), InstantSource.system(), System.out));
      }
      Config config = Config.from(Settings.read(Path.of(""), System.getenv()));
      switch (config.environment()) {
        case DEVELOPMENT -> Logging.start(config.logLevel());
        case PRODUCTION -> Logging.startJson(config.logLevel());
      }
      Honeydo honeydo = Honeydo.start(config, InstantSource.system());
      Runtime.getRuntime().addShutdownHook(new Thread(honeydo::stop, "shutdown"));
      welcome(config, honeydo.address());
    } catch (InvalidConfig wrong) {
      System.err.println("Honeydo cannot start as it is configured:");
      wrong.mistakes().forEach(it -> System.err.println("  " + it));
      System.exit(2);
    } catch (StartFailed failed) {
      System.err.println("Honeydo cannot start: " + failed.getMessage());
      System.exit(1);
    }
  }

  /** In production every line is one of the log, since a machine reads them. */
  private static void welcome(Config config, URI address) {
    switch (config.environment()) {
      case DEVELOPMENT -> System.out.println(Welcome.text(config, address));
      case PRODUCTION -> {
        Logger log = LoggerFactory.getLogger(Main.class);
        Welcome.sentences(config, address).forEach(log::info);
      }
    }
  }
}

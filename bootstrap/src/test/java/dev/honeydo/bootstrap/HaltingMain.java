package dev.honeydo.bootstrap;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.Todos;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Settings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Honeydo as {@link Main} starts it, but that the process dies at a given point of the first
 * request with a key after {@link #SPARED} others, as by {@code kill -9}: nothing is closed,
 * flushed or answered.
 */
final class HaltingMain {
  /** How many requests with a key are served before the one that kills. */
  static final int SPARED = 2;

  private final KillPoint point;
  private final AtomicInteger claims = new AtomicInteger();

  private HaltingMain(KillPoint point) {
    this.point = point;
  }

  /**
   * Serves until it dies.
   *
   * @param arguments the point, and how many seconds its clock is ahead
   */
  public static void main(String[] arguments) {
    HaltingMain main = new HaltingMain(KillPoint.valueOf(arguments[0]));
    Duration ahead = Duration.ofSeconds(Long.parseLong(arguments[1]));
    InstantSource clock = InstantSource.system();
    InstantSource shifted = () -> clock.instant().plus(ahead);
    Config config = Config.from(Settings.read(Path.of(""), System.getenv()));
    RecordStore record = main.halting(RecordStore.class, Records.open(config, shifted));
    Honeydo honeydo = Honeydo.start(config, record, shifted, new Resources());
    System.out.println(Welcome.text(config, honeydo.address()));
  }

  private <T> T halting(Class<T> port, T right) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          before(method.getName());
          Object answer;
          try {
            answer = method.invoke(right, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
          after(method.getName());
          return switch (answer) {
            case Todos todos -> halting(Todos.class, todos);
            case IdempotencyLedger ledger -> halting(IdempotencyLedger.class, ledger);
            case null, default -> answer;
          };
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  private void before(String method) {
    switch (method) {
      case "claim" -> {
        claims.incrementAndGet();
        haltAt(KillPoint.BEFORE_CLAIM);
      }
      case "complete" -> haltAt(KillPoint.BEFORE_COMPLETION);
      default -> {}
    }
  }

  private void after(String method) {
    switch (method) {
      case "claim" -> haltAt(KillPoint.AFTER_CLAIM);
      case "add" -> haltAt(KillPoint.AFTER_EFFECT);
      case "complete" -> haltAt(KillPoint.AFTER_COMPLETION);
      default -> {}
    }
  }

  private void haltAt(KillPoint here) {
    if (here == point && claims.get() > SPARED) {
      Runtime.getRuntime().halt(137);
    }
  }
}

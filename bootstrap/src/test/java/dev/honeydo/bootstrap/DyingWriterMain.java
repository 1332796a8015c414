package dev.honeydo.bootstrap;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.Todos;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Settings;
import dev.honeydo.domain.todo.Todo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Honeydo as {@link Main} starts it, but that the process dies, as by {@code kill -9}, once the
 * record has a todo with the heading {@link #LAST_WORDS} and before anybody else hears of it.
 */
final class DyingWriterMain {
  static final String LAST_WORDS = "last words";

  private DyingWriterMain() {}

  /** Serves until it dies. */
  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    Config config = Config.from(Settings.read(Path.of(""), System.getenv()));
    RecordStore record = dying(RecordStore.class, Records.open(config, clock));
    Honeydo honeydo = Honeydo.start(config, record, clock, new Resources());
    System.out.println(Welcome.text(config, honeydo.address()));
  }

  private static <T> T dying(Class<T> port, T right) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(right, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              if (answer instanceof Todos.Replaced
                  && ((Todo) arguments[1]).content().heading().value().equals(LAST_WORDS)) {
                Runtime.getRuntime().halt(137);
              }
              return answer instanceof Todos todos ? dying(Todos.class, todos) : answer;
            }));
  }
}

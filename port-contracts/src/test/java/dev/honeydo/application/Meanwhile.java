package dev.honeydo.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Ports to which something happens just before they are called, as others would make it happen. */
public final class Meanwhile {
  private Meanwhile() {}

  /** That port, but {@code event} happens before the first call of {@code method}. */
  public static <P> P before(Class<P> port, P right, String method, Runnable event) {
    return watched(port, right, method, _ -> event.run());
  }

  /** That port, but {@code event} is told what the first call of {@code method} asks. */
  public static <P> P watched(Class<P> port, P right, String method, Consumer<Object[]> event) {
    AtomicBoolean happened = new AtomicBoolean();
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, called, arguments) -> {
              if (called.getName().equals(method) && happened.compareAndSet(false, true)) {
                event.accept(arguments);
              }
              try {
                return called.invoke(right, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}

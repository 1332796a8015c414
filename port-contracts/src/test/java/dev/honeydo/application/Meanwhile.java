package dev.honeydo.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

  /** That port, but {@code event} happens before every call of any method. */
  public static <P> P always(Class<P> port, P right, Runnable event) {
    return proxy(
        port,
        (called, arguments) -> {
          event.run();
          return called.invoke(right, arguments);
        });
  }

  /** That port, but every call of {@code method} is answered so, and changes nothing. */
  public static <P> P answering(Class<P> port, P right, String method, Object answer) {
    return proxy(
        port,
        (called, arguments) ->
            called.getName().equals(method) ? answer : called.invoke(right, arguments));
  }

  /** That port, but {@code event} is told what the first call of {@code method} asks. */
  public static <P> P watched(Class<P> port, P right, String method, Consumer<Object[]> event) {
    AtomicBoolean happened = new AtomicBoolean();
    return proxy(
        port,
        (called, arguments) -> {
          if (called.getName().equals(method) && happened.compareAndSet(false, true)) {
            event.accept(arguments);
          }
          return called.invoke(right, arguments);
        });
  }

  private static <P> P proxy(Class<P> port, Call call) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, called, arguments) -> {
              try {
                return call.answer(called, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private interface Call {
    Object answer(Method called, Object[] arguments) throws ReflectiveOperationException;
  }
}

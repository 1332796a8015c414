package dev.honeydo.application.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A port of which is known how often it was asked, and whose answers can be held up. */
final class Asked<P> {
  private final Map<String, Integer> times = new ConcurrentHashMap<>();
  private final AtomicReference<Pause> pause = new AtomicReference<>(new Pause("none"));
  private final P port;

  private Asked(Class<P> type, P right) {
    this.port =
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> {
                  var _ = times.merge(method.getName(), 1, Integer::sum);
                  try {
                    Object answer = method.invoke(right, arguments);
                    pause.get().after(method.getName());
                    return answer;
                  } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                  }
                }));
  }

  static <P> Asked<P> of(Class<P> type, P right) {
    return new Asked<>(type, right);
  }

  P port() {
    return port;
  }

  int times(String method) {
    return times.getOrDefault(method, 0);
  }

  /**
   * Has somebody ask in another thread, who has read the record when this returns and does not hear
   * its answer before {@link #goOn}.
   */
  <V> CompletableFuture<V> pausedAfter(String method, Supplier<V> asked) {
    Pause held = new Pause(method);
    pause.set(held);
    CompletableFuture<V> answer = new CompletableFuture<>();
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              try {
                answer.complete(asked.get());
              } catch (RuntimeException | Error failed) {
                answer.completeExceptionally(failed);
              }
            });
    Pause.await(held.read);
    return answer;
  }

  void goOn() {
    pause.getAndSet(new Pause("none")).goOn.countDown();
  }

  /** Holds up the first answer to that method. */
  private static final class Pause {
    private final String method;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Pause(String method) {
      this.method = method;
    }

    void after(String answered) {
      if (answered.equals(method) && read.getCount() > 0) {
        read.countDown();
        await(goOn);
      }
    }

    static void await(CountDownLatch latch) {
      try {
        if (!latch.await(10, TimeUnit.SECONDS)) {
          throw new AssertionError("nothing came");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.PortUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * An adapter that is wrong in one way, and the one clause that must notice.
 *
 * @param clause the id of the clause that it breaks; it breaks no other
 * @param defect what is wrong with it
 * @param spoil makes the wrong adapter of a right one that goes by the clock
 */
record WrongDouble<P>(String clause, String defect, BiFunction<P, InstantSource, P> spoil) {

  /** Breaks this clause and no other. */
  static <P> WrongDouble<P> breaking(String clause, String defect, UnaryOperator<P> spoil) {
    return breaking(clause, defect, (right, _) -> spoil.apply(right));
  }

  /** Breaks this clause and no other. */
  static <P> WrongDouble<P> breaking(
      String clause, String defect, BiFunction<P, InstantSource, P> spoil) {
    return new WrongDouble<>(clause, defect, spoil);
  }

  /** Lets a vendor's exception out of that method, which may be told by a parameter's type. */
  static <P> WrongDouble<P> leaking(
      String clause, Class<P> port, String method, Class<?>... parameter) {
    String told = parameter.length == 0 ? "" : " by " + parameter[0].getSimpleName();
    return breaking(
        clause,
        "lets a vendor's exception out of " + method + told,
        right ->
            port.cast(
                Proxy.newProxyInstance(
                    port.getClassLoader(),
                    new Class<?>[] {port},
                    (_, called, arguments) -> {
                      try {
                        return called.invoke(right, arguments);
                      } catch (InvocationTargetException thrown) {
                        List<Class<?>> types = Arrays.asList(called.getParameterTypes());
                        boolean leaks =
                            thrown.getCause() instanceof PortUnavailable
                                && called.getName().equals(method)
                                && types.containsAll(Arrays.asList(parameter));
                        throw leaks
                            ? new UncheckedIOException(new IOException("connection reset"))
                            : thrown.getCause();
                      }
                    })));
  }

  /** Whether the clause at work lets many run at once. */
  static boolean inARace() {
    return Race.isOn();
  }

  /** That double of the list. */
  static <P> WrongDouble<P> named(String defect, List<WrongDouble<P>> doubles) {
    return doubles.stream().filter(it -> it.defect().equals(defect)).findFirst().orElseThrow();
  }

  /** The wrong adapter that this makes of a right one. */
  P of(P right, InstantSource clock) {
    return spoil.apply(right, clock);
  }

  /** The wrong adapter that this makes of a right one that goes by no clock. */
  P of(P right) {
    return of(right, InstantSource.system());
  }

  @Override
  public String toString() {
    return clause + ": " + defect;
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.PortUnavailable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Every wrong double of health probes. */
final class WrongHealthProbes {
  private WrongHealthProbes() {}

  static final List<WrongDouble<HealthProbe>> ALL =
      List.of(
          breaking(
              "HEALTH-1",
              "does not say what it tries",
              right -> () -> of(right.probe().operations().stream().limit(0))),
          breaking(
              "HEALTH-1",
              "says twice what it tries",
              right ->
                  () -> {
                    List<String> tried = right.probe().operations();
                    return of(Stream.concat(tried.stream(), tried.stream()));
                  }),
          breaking(
              "HEALTH-2",
              "shouts",
              right ->
                  () ->
                      of(
                          right.probe().operations().stream()
                              .map(it -> it.toUpperCase(Locale.ROOT)))),
          breaking(
              "HEALTH-3",
              "tries only the first operation once all were tried",
              right -> {
                AtomicBoolean tried = new AtomicBoolean();
                return () -> {
                  HealthProbe.Passed answer = right.probe();
                  return !inARace() && tried.getAndSet(true)
                      ? of(answer.operations().stream().limit(1))
                      : answer;
                };
              }),
          breaking(
              "HEALTH-4",
              "passes one of many without trying anything",
              right -> {
                AtomicBoolean passed = new AtomicBoolean();
                return () ->
                    inARace() && !passed.getAndSet(true) ? of(Stream.empty()) : right.probe();
              }),
          breaking(
              "HEALTH-5",
              "passes a part that is gone",
              right ->
                  () -> {
                    try {
                      return right.probe();
                    } catch (PortUnavailable _) {
                      return of(Stream.of("ping"));
                    }
                  }),
          breaking(
              "HEALTH-5",
              "says but once that its part is gone",
              right -> {
                AtomicBoolean said = new AtomicBoolean();
                return () -> {
                  try {
                    return right.probe();
                  } catch (PortUnavailable e) {
                    if (said.getAndSet(true)) {
                      return of(Stream.of("ping"));
                    }
                    throw e;
                  }
                };
              }),
          leaking("HEALTH-5", HealthProbe.class, "probe"));

  private static HealthProbe.Passed of(Stream<String> operations) {
    return new HealthProbe.Passed(operations.toList());
  }
}

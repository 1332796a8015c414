package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Every wrong double of ids. Each knows that the reference counts in an id's random bits. */
final class WrongIds {
  private WrongIds() {}

  private static final long VARIANT = 0x8000_0000_0000_0000L;

  static final List<WrongDouble<Ids>> ALL =
      List.of(
          breaking(
              "ID-1",
              "says that its ids are of version 4",
              right ->
                  () -> {
                    UUID id = right.next();
                    return new UUID(
                        (id.getMostSignificantBits() & ~0xF000L) | 0x4000L,
                        id.getLeastSignificantBits());
                  }),
          breaking(
              "ID-1",
              "writes the variant of old",
              right ->
                  () -> {
                    UUID id = right.next();
                    return new UUID(
                        id.getMostSignificantBits(),
                        id.getLeastSignificantBits() | 0x4000_0000_0000_0000L);
                  }),
          breaking(
              "ID-2",
              "says the second only",
              right ->
                  () -> {
                    UUID id = right.next();
                    return id(millis(id) / 1000 * 1000, counter(id));
                  }),
          breaking(
              "ID-3",
              "counts in 13 bits",
              right ->
                  () -> {
                    UUID id = right.next();
                    return id(millis(id), counter(id) % 8192);
                  }),
          breaking(
              "ID-4",
              "says every hundredth of a second, but counts anew every millisecond",
              right -> {
                AtomicLong before = new AtomicLong();
                AtomicLong start = new AtomicLong();
                return () -> {
                  UUID id = right.next();
                  if (!inARace() && before.getAndSet(millis(id)) != millis(id)) {
                    start.set(counter(id));
                  }
                  return id(millis(id) / 10 * 10, counter(id) - start.get());
                };
              }),
          breaking("ID-5", "follows the clock back a little", followingBack(it -> it < 1000)),
          breaking("ID-6", "follows the clock back far", followingBack(it -> it >= 1000)),
          breaking(
              "ID-7",
              "gives two that ask at once the same",
              right -> {
                AtomicReference<@Nullable UUID> given = new AtomicReference<>();
                return () -> {
                  UUID id = right.next();
                  UUID other = inARace() ? given.getAndSet(id) : null;
                  return other == null ? id : other;
                };
              }));

  /** Follows a clock that goes back by so many milliseconds. */
  private static BiFunction<Ids, InstantSource, Ids> followingBack(LongPredicate far) {
    return (right, clock) ->
        () -> {
          UUID id = right.next();
          long back = millis(id) - clock.millis();
          return back > 0 && far.test(back) ? id(clock.millis(), counter(id)) : id;
        };
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  private static long counter(UUID id) {
    return id.getLeastSignificantBits() & ~VARIANT;
  }

  private static UUID id(long millis, long counter) {
    return new UUID(millis << 16 | 0x7000, VARIANT | counter);
  }
}

package dev.honeydo.application.port;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The instances that change the record while nobody hears of it, because what they would tell the
 * others through cannot be reached: as long as there is one, a copy that others share proves
 * little.
 *
 * <p><b>Guarantees.</b> What was answered is durable and seen by every later call of every
 * instance.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; whether a
 * write took effect is then unknown.
 *
 * <p>Thread-safe.
 */
public interface UnheardWriters {

  /**
   * Notes that an instance is about to write unheard; of one that is noted already, the later of
   * the two instants is kept.
   *
   * @param at when, in whole milliseconds
   */
  Noted enter(UUID instance, Instant at);

  /** Notes that everything which the instance has written was heard of by now. */
  Departure leave(UUID instance);

  /**
   * The instances that are noted, in the order of their ids as text; those that were noted before
   * {@code since} are taken for dead and forgotten.
   */
  List<UUID> present(Instant since);

  /** It is noted. */
  record Noted() {}

  /** What became of a {@link #leave}. */
  sealed interface Departure {}

  /** It was noted and is no more. */
  record Left() implements Departure {}

  /** It was not noted. */
  record NotNoted() implements Departure {}
}

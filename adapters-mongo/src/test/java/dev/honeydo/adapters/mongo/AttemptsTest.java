package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ConcurrentModificationException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What others are in the way of is done again, but not without end. */
final class AttemptsTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void endWithTheFirstAnswer() {
    assertThat(Attempts.untilAnswered(() -> answered(3))).isEqualTo(3);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void mayBeAsManyAsThereAre() {
    assertThat(Attempts.untilAnswered(() -> answered(Attempts.MOST))).isEqualTo(Attempts.MOST);
  }

  @Test
  void endWithoutAnAnswerToo() {
    assertThatExceptionOfType(ConcurrentModificationException.class)
        .isThrownBy(() -> Attempts.untilAnswered(() -> answered(Attempts.MOST + 1)));
    assertThat(attempts).hasValue(Attempts.MOST);
  }

  private Optional<Integer> answered(int last) {
    return Optional.of(attempts.incrementAndGet()).filter(it -> it == last);
  }
}

package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.HealthProbe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link HealthProbe} must keep. */
public interface HealthProbeContract {

  /** The adapter, of a part that works. */
  HealthProbe probe();

  /**
   * An adapter that was open and whose part is gone: its client closed, its file or server away.
   */
  HealthProbe unreachable();

  @Test
  @DisplayName("HEALTH-1 a part that works passes, and the answer names what was tried")
  default void namesWhatWasTried() {
    assertThat(probe().probe().operations()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("HEALTH-2 operations are single words in lower case")
  default void namesOperationsPlainly() {
    assertThat(probe().probe().operations()).allSatisfy(it -> assertThat(it).matches("[a-z_]+"));
  }

  @Test
  @DisplayName("HEALTH-3 a part can be tried again and again, always with the same operations")
  default void triesAgain() {
    HealthProbe.Passed first = probe().probe();
    assertThat(probe().probe()).isEqualTo(first);
    assertThat(probe().probe()).isEqualTo(first);
  }

  @Test
  @DisplayName("HEALTH-4 a part can be tried by many at once")
  default void triesAtOnce() {
    HealthProbe.Passed expected = probe().probe();
    assertThat(Race.run(_ -> probe().probe())).containsOnly(expected);
  }

  @Test
  @DisplayName("HEALTH-5 probe says when its part is gone, each time it is tried")
  default void probeSaysSo() {
    HealthProbe gone = unreachable();
    for (int trial = 0; trial < 3; trial++) {
      Unreachable.reports("HealthProbe", "probe", gone::probe);
    }
  }
}

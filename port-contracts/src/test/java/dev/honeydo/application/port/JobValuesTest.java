package dev.honeydo.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "clean-up", "z0-9"})
  void jobsAndLocksCanBeCalledThat(String name) {
    assertThat(new JobName(name)).hasToString(name);
    assertThat(new LockName("job." + name)).hasToString("job." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "0a", "-a", ".a", "a b", "a{b}", "ä", "a\n", "a/b", "a_b", "aB"})
  void jobsAndLocksCannotBeCalledThat(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new JobName(name));
    assertThatIllegalArgumentException().isThrownBy(() -> new LockName(name));
  }

  @Test
  void namesAreOnlySoLong() {
    assertThat(new JobName("a".repeat(64)).value()).hasSize(JobName.LONGEST);
    assertThat(new LockName("a".repeat(100)).value()).hasSize(LockName.LONGEST);
    assertThatIllegalArgumentException().isThrownBy(() -> new JobName("a".repeat(65)));
    assertThatIllegalArgumentException().isThrownBy(() -> new LockName("a".repeat(101)));
    assertThatIllegalArgumentException().isThrownBy(() -> new JobName("a.b"));
  }

  @Test
  void aLeaseLastsFromASecondToAnHour() {
    assertThat(Lease.ofSeconds(1).length()).isEqualTo(Lease.SHORTEST);
    assertThat(Lease.ofSeconds(3600).length()).isEqualTo(Lease.LONGEST);
    assertThatIllegalArgumentException().isThrownBy(() -> new Lease(Duration.ofMillis(999)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lease(Duration.ofMillis(3_600_001)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lease(Duration.ofSeconds(2).plusNanos(1)));
  }

  @Test
  void fencesAreCountedFromOne() {
    assertThat(new Fence(2)).isGreaterThan(new Fence(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fence(0));
  }
}

package dev.honeydo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VersionTest {

  @Test
  void versionsAreCountedFromOne() {
    assertThat(Version.FIRST).isEqualTo(new Version(1));
    assertThat(Version.FIRST.next()).isEqualTo(new Version(2));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Version(0));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Version(-1));
  }

  @Test
  void withoutAPreconditionAnyVersionWillDo() {
    assertThat(Precondition.NONE.admits(Version.FIRST)).isTrue();
    assertThat(Precondition.NONE.admits(new Version(7))).isTrue();
  }

  @Test
  void aPreconditionAdmitsTheVersionsThatItNames() {
    Precondition either = Precondition.oneOf(Set.of(new Version(2), new Version(4)));
    assertThat(either.admits(new Version(2))).isTrue();
    assertThat(either.admits(new Version(3))).isFalse();
    assertThat(either.admits(new Version(4))).isTrue();
  }

  @Test
  void aPreconditionThatNamesNoneAdmitsNone() {
    assertThat(Precondition.oneOf(Set.of()).admits(Version.FIRST)).isFalse();
  }

  @Test
  void aPreconditionKeepsItsOwnSet() {
    Set<Version> versions = new HashSet<>(Set.of(new Version(2)));
    Precondition second = Precondition.oneOf(versions);
    versions.add(new Version(3));
    assertThat(second.admits(new Version(3))).isFalse();
  }
}

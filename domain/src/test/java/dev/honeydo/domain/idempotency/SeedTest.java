package dev.honeydo.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SeedTest {
  private final Seed seed = new Seed(UUID.fromString("01931d1e-7a00-7000-8000-000000000001"));

  @Test
  void derivesTheSameIdsForEver() {
    assertThat(seed.derived(0)).hasToString("35a64252-8992-8d70-a5f5-4cae41e80b93");
    assertThat(seed.derived(99)).hasToString("1c0fef85-9a02-8d18-b63e-59255878033e");
  }

  @Test
  void derivesADifferentIdForEachIndexAndEachSeed() {
    Seed other = new Seed(UUID.fromString("01931d1e-7a00-7000-8000-000000000002"));
    Set<UUID> all =
        IntStream.range(0, 1000)
            .boxed()
            .flatMap(index -> Stream.of(seed.derived(index), other.derived(index)))
            .collect(Collectors.toSet());
    assertThat(all).hasSize(2000).doesNotContain(seed.value(), other.value());
    assertThat(all)
        .allSatisfy(id -> {
          assertThat(id.version()).isEqualTo(8);
          assertThat(id.variant()).isEqualTo(2);
        });
  }
}

package dev.honeydo.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.idempotency.RunOnce.Command;
import dev.honeydo.application.idempotency.RunOnce.Failed;
import dev.honeydo.application.idempotency.RunOnce.Finished;
import dev.honeydo.application.idempotency.RunOnce.KeyReused;
import dev.honeydo.application.idempotency.RunOnce.Outcome;
import dev.honeydo.application.idempotency.RunOnce.Ran;
import dev.honeydo.application.idempotency.RunOnce.Refused;
import dev.honeydo.application.idempotency.RunOnce.Replayed;
import dev.honeydo.application.idempotency.RunOnce.Result;
import dev.honeydo.application.idempotency.RunOnce.StillRunning;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryIdempotencyLedger;
import dev.honeydo.contracts.reference.SequentialIds;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RunOnceTest {
  private final TestClock clock = new TestClock();
  private final InMemoryIdempotencyLedger ledger = new InMemoryIdempotencyLedger(clock);
  private final RunOnce runOnce =
      new RunOnce(ledger, new SequentialIds(clock), KeyLifetime.DEFAULT);
  private final ClaimKey key = Specimens.claimKey();
  private final Fingerprint fingerprint = Specimens.fingerprint();
  private final StoredAnswer stored = Specimens.storedAnswer();
  private final List<Seed> seeds = new ArrayList<>();

  @Test
  void whatIsFinishedIsReplayed() {
    assertThat(run(() -> new Finished<>("a", stored))).isEqualTo(new Ran<>("a"));
    assertThat(run(() -> new Finished<>("b", stored))).isEqualTo(new Replayed<>(stored));
    assertThat(seeds).hasSize(1);
  }

  @Test
  void whatIsRefusedLeavesTheKeyFreeForAnything() {
    assertThat(run(() -> new Refused<>("a"))).isEqualTo(new Ran<>("a"));
    assertThat(run(Specimens.fingerprint(), () -> new Finished<>("b", stored)))
        .isEqualTo(new Ran<>("b"));
    assertThat(seeds).doesNotHaveDuplicates();
  }

  @Test
  void whatFailsGoesOnFromTheSameSeed() {
    assertThat(run(() -> new Failed<>("a"))).isEqualTo(new Ran<>("a"));
    assertThat(run(Specimens.fingerprint(), () -> new Failed<>("b"))).isEqualTo(new KeyReused<>());
    assertThat(run(() -> new Finished<>("c", stored))).isEqualTo(new Ran<>("c"));
    assertThat(seeds).hasSize(2).containsOnly(seeds.getFirst());
  }

  @Test
  void whatIsRefusedAfterAFailureKeepsTheSeed() {
    assertThat(run(() -> new Failed<>("a"))).isEqualTo(new Ran<>("a"));
    assertThat(run(() -> new Refused<>("b"))).isEqualTo(new Ran<>("b"));
    assertThat(run(() -> new Finished<>("c", stored))).isEqualTo(new Ran<>("c"));
    assertThat(seeds).hasSize(3).containsOnly(seeds.getFirst());
  }

  @Test
  void whatThrowsGoesOnFromTheSameSeed() {
    IllegalStateException bug = new IllegalStateException("a bug");
    assertThatThrownBy(() ->
            run(() -> {
              throw bug;
            }))
        .isSameAs(bug);
    assertThat(run(() -> new Finished<>("b", stored))).isEqualTo(new Ran<>("b"));
    assertThat(seeds).hasSize(2).containsOnly(seeds.getFirst());
  }

  @Test
  void whatThrowsIsThrownThoughTheLedgerIsGoneToo() {
    IllegalStateException bug = new IllegalStateException("a bug");
    assertThatThrownBy(() ->
            run(() -> {
              ledger.setAvailable(false);
              throw bug;
            }))
        .isSameAs(bug)
        .satisfies(
            it -> assertThat(it.getSuppressed()).hasOnlyElementsOfType(PortUnavailable.class));
  }

  @Test
  void whileItRunsNobodyElseDoes() {
    var outcome =
        run(() -> {
          assertThat(run(() -> new Failed<>("b"))).isEqualTo(new StillRunning<>());
          assertThat(run(Specimens.fingerprint(), () -> new Failed<>("c")))
              .isEqualTo(new KeyReused<>());
          return new Finished<>("a", stored);
        });
    assertThat(outcome).isEqualTo(new Ran<>("a"));
    assertThat(seeds).hasSize(1);
  }

  @Test
  void whoIsOvertakenHasTheSameSeedAndTheAnswerOfTheOtherStays() {
    var outcome =
        run(() -> {
          clock.elapse(Duration.ofSeconds(5));
          assertThat(run(() -> new Finished<>("b", stored))).isEqualTo(new Ran<>("b"));
          return new Finished<>("a", Specimens.storedAnswer());
        });
    assertThat(outcome).isEqualTo(new Ran<>("a"));
    assertThat(run(() -> new Failed<>("c"))).isEqualTo(new Replayed<>(stored));
    assertThat(seeds).hasSize(2).containsOnly(seeds.getFirst());
  }

  @Test
  void nothingIsDoneWhileTheLedgerIsGone() {
    ledger.setAvailable(false);
    assertThatThrownBy(() -> run(() -> new Failed<>("a"))).isInstanceOf(PortUnavailable.class);
    assertThat(seeds).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeKeptIsNotGiven() {
    assertThatThrownBy(() ->
            run(() -> {
              ledger.setAvailable(false);
              return new Finished<>("a", stored);
            }))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void aKeyLivesLongerThanALease() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyLifetime(Duration.ofSeconds(5)));
  }

  private Outcome<String> run(Supplier<Result<String>> work) {
    return run(fingerprint, work);
  }

  private Outcome<String> run(Fingerprint what, Supplier<Result<String>> work) {
    return runOnce.handle(
        new Command<>(
            key,
            what,
            seed -> {
              seeds.add(seed);
              return work.get();
            }));
  }
}

package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PasswordHasher.Overloaded;
import dev.honeydo.application.port.PasswordHasher.Right;
import dev.honeydo.application.port.PasswordHasher.Wrong;
import dev.honeydo.contracts.Race;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More at once than can be borne. Hashes take until the test lets them go. */
@Timeout(20)
final class PasswordFloodTest {
  private static final int THREADS = 2;
  private static final int WAITING = THREADS * HashingThreads.WAITING_PER_THREAD;
  private static final Duration FOREVER = Duration.ofDays(1);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger computed = new AtomicInteger();
  private final BlockingQueue<Thread> begun = new LinkedBlockingQueue<>();

  @Test
  void aFloodIsBorneByAsManyThreadsAsThereAreAndTheRestIsTurnedAwayWithoutWork() throws Exception {
    int logins = 200;
    BlockingQueue<PasswordHasher.Verification> answers = new LinkedBlockingQueue<>();
    try (HashingThreads threads = new HashingThreads(THREADS, FOREVER);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      PasswordHasher hasher = hasherOn(threads);
      for (int i = 0; i < logins; i++) {
        clients.execute(() -> answers.add(verify(hasher)));
      }
      List<PasswordHasher.Verification> turnedAway = new ArrayList<>();
      for (int i = 0; i < logins - THREADS - WAITING; i++) {
        turnedAway.add(answers.take());
      }

      assertThat(turnedAway).containsOnly(new Overloaded(Duration.ofSeconds(1)));
      assertThat(answers).isEmpty();
      assertThat(computed).hasValueLessThanOrEqualTo(THREADS);
      gate.countDown();
    }

    assertThat(answers).hasSize(THREADS + WAITING).containsOnly(new Wrong());
    assertThat(computed).hasValue(THREADS + WAITING);
    assertThat(mostAtOnce).hasValue(THREADS);
    assertThat(begun).noneMatch(Thread::isVirtual);
  }

  @Test
  void whoWaitsTooLongIsTurnedAwayWithoutWork() throws Exception {
    try (HashingThreads threads = new HashingThreads(1, Duration.ofMillis(20));
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      PasswordHasher hasher = hasherOn(threads);
      var first = clients.submit(() -> verify(hasher));
      Thread _ = begun.take();

      for (int i = 0; i < 3 * HashingThreads.WAITING_PER_THREAD; i++) {
        assertThat(verify(hasher)).isInstanceOf(Overloaded.class);
      }
      gate.countDown();

      assertThat(first.get()).isEqualTo(new Wrong());
      assertThat(verify(hasher)).isEqualTo(new Wrong());
    }
    assertThat(computed).hasValue(2);
  }

  @Test
  void anInterruptedCallerFreesNoThreadAndGetsItsAnswer() throws Exception {
    try (HashingThreads threads = new HashingThreads(1, Duration.ofMillis(20))) {
      PasswordHasher hasher = hasherOn(threads);
      CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
      FutureTask<PasswordHasher.Verification> first =
          new FutureTask<>(() -> {
            PasswordHasher.Verification answer = verify(hasher);
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
            return answer;
          });
      Thread caller = Thread.ofVirtual().start(first);
      Thread _ = begun.take();

      caller.interrupt();

      assertThat(verify(hasher)).isInstanceOf(Overloaded.class);
      assertThat(running).hasValue(1);
      gate.countDown();
      assertThat(first.get()).isEqualTo(new Wrong());
      assertThat(stillInterrupted.get()).isTrue();
    }
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void anInterruptedCallerThatWaitsIsTurnedAwayWithoutWork() throws Exception {
    try (HashingThreads threads = new HashingThreads(1, FOREVER);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      PasswordHasher hasher = hasherOn(threads);
      var first = clients.submit(() -> verify(hasher));
      Thread _ = begun.take();
      FutureTask<PasswordHasher.Verification> second = new FutureTask<>(() -> verify(hasher));
      Thread caller = Thread.ofVirtual().start(second);

      caller.interrupt();

      assertThat(second.get()).isInstanceOf(Overloaded.class);
      gate.countDown();
      assertThat(first.get()).isEqualTo(new Wrong());
    }
    assertThat(computed).hasValue(1);
  }

  @Test
  void closingWaitsForWhatWasTakenOnAndTurnsTheRestAway() throws Exception {
    HashingThreads threads = new HashingThreads(1);
    PasswordHasher hasher = hasherOn(threads);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = clients.submit(() -> verify(hasher));
      Thread worker = begun.take();
      var closing = clients.submit(threads::close);
      gate.countDown();

      assertThat(first.get()).isEqualTo(new Wrong());
      closing.get(10, TimeUnit.SECONDS);
      worker.join();
    }
    assertThat(verify(hasher)).isInstanceOf(Overloaded.class);
    assertThat(computed).hasValue(1);
  }

  @Test
  void whatTheWorkThrowsReachesTheCallerAndCostsNoThread() {
    try (HashingThreads threads = new HashingThreads(1)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> threads.run(failing(new IllegalStateException("a bug"))))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("a bug");
        assertThatThrownBy(() -> threads.run(failing(new OutOfMemoryError("for a test"))))
            .isInstanceOf(OutOfMemoryError.class);
      }
      assertThat(threads.run(() -> "fine")).contains("fine");
    }
  }

  @Test
  void realHashesAtOnceAreRightOrTurnedAway() {
    Argon2Cost cost = new Argon2Cost(1024, 1, 1);
    BouncyCastleArgon2 real = new BouncyCastleArgon2(cost);
    Argon2 counting =
        (password, salt, costs, length) -> {
          mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
          byte[] tag = real.tag(password, salt, costs, length);
          running.decrementAndGet();
          return tag;
        };
    try (HashingThreads threads = new HashingThreads(THREADS)) {
      PasswordHasher hasher = new Argon2Passwords(cost, counting, threads, new SecureRandom());
      Optional<PasswordHash> kept = Optional.of(hashOf(hasher, "correct horse"));

      List<PasswordHasher.Verification> answers =
          Race.run(
              100,
              number ->
                  hasher.verify(
                      new RawPassword(number % 2 == 0 ? "correct horse" : "wrong horse"), kept));

      for (int number = 0; number < answers.size(); number++) {
        assertThat(answers.get(number))
            .isInstanceOfAny(number % 2 == 0 ? Right.class : Wrong.class, Overloaded.class);
      }
      assertThat(answers).hasAtLeastOneElementOfType(Right.class);
      assertThat(mostAtOnce.get()).isBetween(1, THREADS);
    }
  }

  private static PasswordHash hashOf(PasswordHasher hasher, String password) {
    return switch (hasher.hash(NewPassword.of(password))) {
      case PasswordHasher.Hashed(PasswordHash hash) -> hash;
      case Overloaded(var _) -> throw new AssertionError("nobody else hashes");
    };
  }

  private PasswordHasher hasherOn(HashingThreads threads) {
    return new Argon2Passwords(
        new Argon2Cost(8, 1, 1),
        (_, _, _, length) -> {
          mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
          computed.incrementAndGet();
          begun.add(Thread.currentThread());
          awaitGate();
          running.decrementAndGet();
          return new byte[length];
        },
        threads,
        new SecureRandom());
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError("work is never interrupted", e);
    }
  }

  private static PasswordHasher.Verification verify(PasswordHasher hasher) {
    return hasher.verify(new RawPassword("correct horse"), Optional.empty());
  }

  private static Supplier<String> failing(Throwable thrown) {
    return () -> {
      switch (thrown) {
        case RuntimeException it -> throw it;
        case Error it -> throw it;
        default -> throw new AssertionError(thrown);
      }
    };
  }
}

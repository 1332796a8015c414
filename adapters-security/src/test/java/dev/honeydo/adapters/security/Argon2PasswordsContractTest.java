package dev.honeydo.adapters.security;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.PasswordHasherContract;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class Argon2PasswordsContractTest implements PasswordHasherContract {
  private static final Argon2Cost COST = new Argon2Cost(256, 1, 1);
  private static final Argon2Cost LESS = new Argon2Cost(128, 1, 1);

  private final CountDownLatch end = new CountDownLatch(1);
  private final HashingThreads threads = new HashingThreads(2);
  private final HashingThreads taken = new HashingThreads(1, Duration.ofMillis(20));

  @BeforeEach
  void takeTheOnlyPlace() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread _ = Thread.ofVirtual().start(() -> occupy(begun));
    begun.await();
  }

  @AfterEach
  void close() {
    end.countDown();
    taken.close();
    threads.close();
  }

  @Override
  public PasswordHasher hasher() {
    return on(threads);
  }

  @Override
  public PasswordHasher saturated() {
    return on(taken);
  }

  @Override
  public PasswordHash outdated(NewPassword password) {
    return switch (on(threads, LESS).hash(password)) {
      case PasswordHasher.Hashed(PasswordHash hash) -> hash;
      case PasswordHasher.Overloaded overloaded -> throw new AssertionError(overloaded);
    };
  }

  private static PasswordHasher on(HashingThreads threads) {
    return on(threads, COST);
  }

  private static PasswordHasher on(HashingThreads threads, Argon2Cost cost) {
    return new Argon2Passwords(cost, new BouncyCastleArgon2(cost), threads, new SecureRandom());
  }

  /** Tries again where the machine is too busy for the work to begin in time. */
  private void occupy(CountDownLatch begun) {
    Optional<Boolean> done = Optional.empty();
    while (done.isEmpty()) {
      done =
          taken.run(() -> {
            begun.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AssertionError("work is never interrupted", e);
            }
            return true;
          });
    }
  }
}

package dev.honeydo.benchmarks.micro;

import dev.honeydo.adapters.security.Argon2Cost;
import dev.honeydo.adapters.security.SecurityAdapters;
import dev.honeydo.adapters.security.SecuritySettings;
import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.adapters.security.SigningKeys;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A token that is shown again, one that is new, and, to compare, a password. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SecurityBenchmark {
  private static final int MANY = 1 << 14;

  private SecurityAdapters security;
  private AccessTokens tokens;
  private final AccessToken[] many = new AccessToken[MANY];
  private int next;

  /** Signs the tokens. */
  @Setup(Level.Trial)
  public void open() {
    security =
        SecurityAdapters.open(
            new SecuritySettings(
                SigningKeys.of(SigningKey.random()), "honeydo", Argon2Cost.RECOMMENDED, 1),
            InstantSource.system());
    tokens = security.accessTokens();
    for (int i = 0; i < MANY; i++) {
      many[i] = tokens.sign(claims());
    }
  }

  private static AccessClaims claims() {
    Instant now = Instant.now();
    return new AccessClaims(
        new TokenId(UUID.randomUUID()),
        new UserId(UUID.randomUUID()),
        new SessionId(UUID.randomUUID()),
        new Epoch(0),
        now,
        now.plus(Duration.ofMinutes(30)));
  }

  /** Lets go of the threads. */
  @TearDown(Level.Trial)
  public void close() {
    security.close();
  }

  /** As nearly every request shows one. */
  @Benchmark
  public Object tokenShownAgain() {
    return tokens.read(many[0]);
  }

  /** As the first request does; so many that none of them is remembered. */
  @Benchmark
  public Object tokenShownFirst() {
    next = (next + 1) % MANY;
    return tokens.read(many[next]);
  }

  /** As a registration does. */
  @Benchmark
  public Object password() {
    return security.passwordHasher().hash(NewPassword.of("correct horse battery"));
  }

  /** As a login or a refresh does. */
  @Benchmark
  public Object signToken() {
    return tokens.sign(claims());
  }
}

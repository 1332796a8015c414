package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.json.CanonicalJson;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.idempotency.RunOnce;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Answers a request that has an {@code Idempotency-Key} once; one that has none as if there were no
 * such thing.
 *
 * <p>A key is the user's, or on a route for everybody the client's address's; and it is one
 * method's of one route. Of the body nothing is kept but a keyed hash.
 */
public final class Idempotency {
  private static final String ALGORITHM = "HmacSHA256";

  private final RunOnce runOnce;
  private final Supplier<List<SecretKey>> fingerprintKeys;

  /**
   * Wires it.
   *
   * @param fingerprintKeys what bodies are hashed with (HMAC-SHA256), the first of them new ones;
   *     asked each time, never empty, the same in every instance
   */
  public Idempotency(RunOnce runOnce, Supplier<List<SecretKey>> fingerprintKeys) {
    this.runOnce = runOnce;
    this.fingerprintKeys = fingerprintKeys;
  }

  /**
   * The answer, which is kept before this returns where it is one to keep.
   *
   * @throws Refused when key or body cannot be read; then nothing is kept
   */
  Answer answer(Exchange exchange, Route route) {
    Optional<String> key = IdempotencyKey.of(exchange);
    if (key.isEmpty()) {
      return route.handler().answer(exchange);
    }
    ClaimKey claimKey = claimKey(exchange, route, key.get());
    byte[] body = CanonicalJson.of(exchange.body());
    // A body that was hashed before the keys changed is the same body still.
    for (SecretKey fingerprintKey : fingerprintKeys.get()) {
      var command =
          new RunOnce.Command<>(
              claimKey, fingerprint(body, fingerprintKey), seed -> run(exchange, route, seed));
      Optional<Answer> answer = answer(exchange, runOnce.handle(command));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return exchange.problem(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED));
  }

  /** The answer, or empty where the key stands for another body. */
  private static Optional<Answer> answer(Exchange exchange, RunOnce.Outcome<Answer> outcome) {
    return switch (outcome) {
      case RunOnce.Ran<Answer>(Answer answer) -> Optional.of(answer);
      case RunOnce.Replayed<Answer>(StoredAnswer stored) -> Optional.of(Answer.replaying(stored));
      case RunOnce.StillRunning<Answer>() ->
          Optional.of(
              exchange
                  .problem(Problem.of(ProblemType.IDEMPOTENCY_IN_PROGRESS))
                  .with("Retry-After", "1"));
      case RunOnce.KeyReused<Answer>() -> Optional.empty();
    };
  }

  private static ClaimKey claimKey(Exchange exchange, Route route, String key) {
    String principal =
        route.needsLogin() ? "user " + exchange.user() : "address " + exchange.clientAddress();
    return ClaimKey.of(List.of(principal, route.method(), route.path(), key));
  }

  private static Fingerprint fingerprint(byte[] body, SecretKey fingerprintKey) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(fingerprintKey);
      return new Fingerprint(
          Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(body)));
    } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static RunOnce.Result<Answer> run(Exchange exchange, Route route, Seed seed) {
    exchange.sow(seed);
    Answer answer;
    try {
      answer = route.handler().answer(exchange);
    } catch (Refused refused) {
      answer = exchange.problem(refused.problem());
    }
    return result(answer);
  }

  /** What a repetition would be answered likewise is kept, what it might not be is not. */
  private static RunOnce.Result<Answer> result(Answer answer) {
    int status = answer.status();
    if (status < 300 || status == 404 || status == 409 || status == 412) {
      return new RunOnce.Finished<>(answer, answer.stored());
    }
    return status < 500 ? new RunOnce.Refused<>(answer) : new RunOnce.Failed<>(answer);
  }
}

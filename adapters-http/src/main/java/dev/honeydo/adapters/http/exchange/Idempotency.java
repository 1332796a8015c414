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
  private final SecretKey fingerprintKey;

  /**
   * Wires it.
   *
   * @param fingerprintKey what bodies are hashed with (HMAC-SHA256); the same in every instance
   */
  public Idempotency(RunOnce runOnce, SecretKey fingerprintKey) {
    this.runOnce = runOnce;
    this.fingerprintKey = fingerprintKey;
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
    var command =
        new RunOnce.Command<>(
            claimKey(exchange, route, key.get()),
            fingerprint(exchange),
            seed -> run(exchange, route, seed));
    return switch (runOnce.handle(command)) {
      case RunOnce.Ran<Answer>(Answer answer) -> answer;
      case RunOnce.Replayed<Answer>(StoredAnswer stored) -> Answer.replaying(stored);
      case RunOnce.StillRunning<Answer>() ->
          exchange
              .problem(Problem.of(ProblemType.IDEMPOTENCY_IN_PROGRESS))
              .with("Retry-After", "1");
      case RunOnce.KeyReused<Answer>() ->
          exchange.problem(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED));
    };
  }

  private static ClaimKey claimKey(Exchange exchange, Route route, String key) {
    String principal =
        route.needsLogin() ? "user " + exchange.user() : "address " + exchange.remoteAddress();
    return ClaimKey.of(List.of(principal, route.method(), route.path(), key));
  }

  private Fingerprint fingerprint(Exchange exchange) {
    byte[] body = CanonicalJson.of(exchange.body());
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

package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Every wrong double of access tokens. */
final class WrongAccessTokens {
  private WrongAccessTokens() {}

  /** What all doubles have signed, whatever their keys: for those that check no signature. */
  private static final Map<AccessToken, AccessClaims> SIGNED = new ConcurrentHashMap<>();

  static final List<WrongDouble<AccessTokens>> ALL =
      List.of(
          breaking(
              "TOKEN-1",
              "reads in each token what it signed last",
              reading((it, _, answer) ->
                  answer instanceof AccessTokens.Genuine
                      ? Optional.ofNullable(it.last.get())
                          .<AccessTokens.Reading>map(AccessTokens.Genuine::new)
                          .orElse(answer)
                      : answer)),
          breaking(
              "TOKEN-2",
              "reads what it signed itself only",
              reading((it, token, answer) ->
                  it.own.containsKey(token) ? answer : new AccessTokens.Forged())),
          breaking(
              "TOKEN-3",
              "ends tokens a second early",
              reading((it, _, answer) ->
                  answer instanceof AccessTokens.Genuine(AccessClaims claims)
                          && !it.now().plusSeconds(1).isBefore(claims.expiresAt())
                      ? new AccessTokens.Expired()
                      : answer)),
          breaking(
              "TOKEN-4",
              "allows a leeway of a second",
              reading((it, token, answer) ->
                  answer instanceof AccessTokens.Expired
                      ? signed(token)
                          .filter(claims -> it.now().isBefore(claims.expiresAt().plusSeconds(1)))
                          .<AccessTokens.Reading>map(AccessTokens.Genuine::new)
                          .orElse(answer)
                      : answer)),
          breaking(
              "TOKEN-5",
              "believes any key while the token lives",
              reading((it, token, answer) ->
                  signed(token)
                      .filter(claims -> it.now().isBefore(claims.expiresAt()))
                      .<AccessTokens.Reading>map(AccessTokens.Genuine::new)
                      .orElse(answer))),
          breaking(
              "TOKEN-6",
              "looks at the expiry before the signature",
              reading((it, token, answer) ->
                  signed(token)
                      .filter(claims -> !it.now().isBefore(claims.expiresAt()))
                      .<AccessTokens.Reading>map(_ -> new AccessTokens.Expired())
                      .orElse(answer))),
          breaking(
              "TOKEN-7",
              "looks past case",
              taking((presented, own) ->
                  presented.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT)))),
          breaking(
              "TOKEN-7",
              "checks no header",
              taking((presented, own) ->
                  presented.length() == own.length()
                      && presented.endsWith(own.substring(own.indexOf('.'))))),
          breaking(
              "TOKEN-8",
              "is content with a part of the signature",
              taking((presented, own) ->
                  own.startsWith(presented) && presented.length() >= own.length() - 2)),
          breaking(
              "TOKEN-9",
              "throws at what is too long",
              reading((_, token, answer) -> {
                if (token.text().length() > 8192) {
                  throw new IllegalArgumentException("too long");
                }
                return answer;
              })),
          breaking(
              "TOKEN-9",
              "believes what says that it needs no signature",
              reading((it, token, answer) ->
                  token.text().startsWith("ey") && token.text().endsWith(".")
                      ? new AccessTokens.Expired()
                      : answer)),
          breaking("TOKEN-10", "trims", taking((presented, own) -> presented.strip().equals(own))),
          breaking("TOKEN-11", "writes the scheme before the token", SaysBearer::new),
          breaking(
              "TOKEN-12",
              "reads but one at once",
              reading((it, _, answer) ->
                  inARace() && it.raced.getAndSet(answer) != null
                      ? new AccessTokens.Forged()
                      : answer)));

  private static Optional<AccessClaims> signed(AccessToken token) {
    return Optional.ofNullable(SIGNED.get(token));
  }

  private interface OnRead {
    AccessTokens.Reading answer(Spoilt it, AccessToken token, AccessTokens.Reading answer);
  }

  private static BiFunction<AccessTokens, InstantSource, AccessTokens> reading(OnRead change) {
    return (right, clock) ->
        new Spoilt(right, clock) {
          @Override
          public Reading read(AccessToken token) {
            return change.answer(this, token, super.read(token));
          }
        };
  }

  /** Takes a text for a token of its own, {@code same} as they are. */
  private static BiFunction<AccessTokens, InstantSource, AccessTokens> taking(
      BiPredicate<String, String> same) {
    return reading((it, token, answer) ->
        it.own.entrySet().stream()
            .filter(_ -> answer instanceof AccessTokens.Forged)
            .filter(own -> same.test(token.text(), own.getKey().text()))
            .findFirst()
            .<AccessTokens.Reading>map(own -> new AccessTokens.Genuine(own.getValue()))
            .orElse(answer));
  }

  /** The double: asks the right adapter first, and remembers what it signed. */
  private static class Spoilt implements AccessTokens {
    /** What this view has signed. */
    final Map<AccessToken, AccessClaims> own = new ConcurrentHashMap<>();

    /** What this view has signed last. */
    final AtomicReference<@Nullable AccessClaims> last = new AtomicReference<>();

    /** What was read last while others read. */
    final AtomicReference<@Nullable Reading> raced = new AtomicReference<>();

    private final AccessTokens right;
    private final InstantSource clock;

    Spoilt(AccessTokens right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    Instant now() {
      return clock.instant();
    }

    @Override
    public AccessToken sign(AccessClaims claims) {
      AccessToken token = right.sign(claims);
      own.put(token, claims);
      last.set(claims);
      SIGNED.put(token, claims);
      return token;
    }

    @Override
    public Reading read(AccessToken token) {
      return right.read(token);
    }
  }

  private static final class SaysBearer extends Spoilt {
    private static final String SCHEME = "Bearer ";

    SaysBearer(AccessTokens right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public AccessToken sign(AccessClaims claims) {
      return new AccessToken(SCHEME + super.sign(claims).text());
    }

    @Override
    public Reading read(AccessToken token) {
      return token.text().startsWith(SCHEME)
          ? super.read(new AccessToken(token.text().substring(SCHEME.length())))
          : new Forged();
    }
  }
}

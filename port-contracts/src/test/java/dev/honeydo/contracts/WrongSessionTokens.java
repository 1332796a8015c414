package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Every wrong double of session tokens. */
final class WrongSessionTokens {
  private WrongSessionTokens() {}

  static final List<WrongDouble<SessionTokens>> ALL =
      List.of(
          breaking("SECRET-1", "names anybody", right -> _ -> right.mint(Specimens.userId())),
          breaking(
              "SECRET-2",
              "fills a secret's last character at random",
              right ->
                  owner -> {
                    String secret = right.mint(owner).secret();
                    String kept = secret.substring(0, secret.length() - 1);
                    return new SessionToken(owner, kept + next(secret.charAt(kept.length())));
                  }),
          breaking(
              "SECRET-3",
              "begins anew after a thousand",
              right -> {
                AtomicInteger minted = new AtomicInteger();
                AtomicReference<@Nullable SessionToken> first = new AtomicReference<>();
                return owner -> {
                  SessionToken token = right.mint(owner);
                  first.compareAndSet(null, token);
                  SessionToken again = first.get();
                  return !inARace() && minted.incrementAndGet() == 1_001 && again != null
                      ? again
                      : token;
                };
              }),
          breaking(
              "SECRET-4",
              "gives the same to all who ask at once",
              right -> {
                AtomicReference<@Nullable SessionToken> given = new AtomicReference<>();
                return owner -> {
                  SessionToken token = right.mint(owner);
                  SessionToken other = inARace() ? given.getAndSet(token) : null;
                  return other == null ? token : other;
                };
              }),
          breaking(
              "SECRET-5",
              "makes 255 bits of it",
              right ->
                  owner -> {
                    byte[] secret = Base64.getUrlDecoder().decode(right.mint(owner).secret());
                    secret[0] &= 0x7F;
                    return SessionToken.of(owner, secret);
                  }));

  /** Another character of which a secret's bits make the same byte. */
  private static char next(char last) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet.charAt(alphabet.indexOf(last) + 1);
  }
}

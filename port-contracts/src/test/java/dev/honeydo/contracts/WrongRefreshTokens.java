package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every wrong double of refresh tokens. */
final class WrongRefreshTokens {
  private WrongRefreshTokens() {}

  /** What all doubles have made, whatever their keys: for the one that checks no key. */
  private static final Map<RefreshToken, RefreshLink> MADE = new ConcurrentHashMap<>();

  static final List<WrongDouble<RefreshTokens>> ALL =
      List.of(
          breaking(
              "LINK-1",
              "counts links in 32 bits",
              reading((_, _, answer) ->
                  answer.map(it -> new RefreshLink(it.family(), it.counter() & 0xFFFF_FFFFL)))),
          breaking(
              "LINK-2",
              "marks what it gives again",
              making((it, link, token) ->
                  it.own.containsKey(token) ? new RefreshToken(token.text() + "~again") : token)),
          breaking(
              "LINK-3",
              "has a key of its own",
              right -> new Suffixed(right, "~" + UUID.randomUUID())),
          breaking("LINK-4", "makes one token for each family", oneForEach(RefreshLink::family)),
          breaking("LINK-4", "makes one token for each number", oneForEach(RefreshLink::counter)),
          breaking(
              "LINK-5",
              "checks no key",
              reading((_, token, answer) -> answer.or(() -> Optional.ofNullable(MADE.get(token))))),
          breaking(
              "LINK-6",
              "looks past the first character",
              taking((presented, own) ->
                  presented.length() == own.length()
                      && presented.substring(1).equals(own.substring(1)))),
          breaking(
              "LINK-7",
              "is content with a part of the signature",
              taking((presented, own) ->
                  own.startsWith(presented) && presented.length() >= own.length() - 2)),
          breaking("LINK-8", "trims", taking((presented, own) -> presented.strip().equals(own))),
          breaking(
              "LINK-8",
              "throws at what is too long",
              reading((_, token, answer) -> {
                if (token.text().length() > 8192) {
                  throw new IllegalArgumentException("too long");
                }
                return answer;
              })),
          breaking("LINK-9", "writes what URLs must escape", right -> new Suffixed(right, "+/")));

  private interface OnMake {
    RefreshToken answer(Spoilt it, RefreshLink link, RefreshToken token);
  }

  private interface OnRead {
    Optional<RefreshLink> answer(Spoilt it, RefreshToken token, Optional<RefreshLink> answer);
  }

  private static UnaryOperator<RefreshTokens> making(OnMake change) {
    return right ->
        new Spoilt(right) {
          @Override
          public RefreshToken tokenOf(RefreshLink link) {
            RefreshToken token = right.tokenOf(link);
            RefreshToken spoilt = change.answer(this, link, token);
            own.put(token, link);
            return spoilt;
          }
        };
  }

  private static UnaryOperator<RefreshTokens> reading(OnRead change) {
    return right ->
        new Spoilt(right) {
          @Override
          public Optional<RefreshLink> read(RefreshToken token) {
            return change.answer(this, token, super.read(token));
          }
        };
  }

  private static UnaryOperator<RefreshTokens> oneForEach(Function<RefreshLink, Object> kind) {
    return right -> {
      Map<Object, RefreshToken> first = new ConcurrentHashMap<>();
      return making((_, link, token) -> first.computeIfAbsent(kind.apply(link), _ -> token))
          .apply(right);
    };
  }

  /** Takes a text for a token of its own, {@code same} as they are. */
  private static UnaryOperator<RefreshTokens> taking(BiPredicate<String, String> same) {
    return reading((it, token, answer) ->
        it.own.entrySet().stream()
            .filter(own -> same.test(token.text(), own.getKey().text()))
            .findFirst()
            .map(Map.Entry::getValue)
            .or(() -> answer));
  }

  /** The double: asks the right adapter first, and remembers what it made. */
  private static class Spoilt implements RefreshTokens {
    /** What this view has made. */
    final Map<RefreshToken, RefreshLink> own = new ConcurrentHashMap<>();

    private final RefreshTokens right;

    Spoilt(RefreshTokens right) {
      this.right = right;
    }

    @Override
    public RefreshToken tokenOf(RefreshLink link) {
      RefreshToken token = right.tokenOf(link);
      own.put(token, link);
      MADE.put(token, link);
      return token;
    }

    @Override
    public Optional<RefreshLink> read(RefreshToken token) {
      return right.read(token);
    }
  }

  /** Makes and reads tokens that end so. */
  private static final class Suffixed extends Spoilt {
    private final String suffix;

    Suffixed(RefreshTokens right, String suffix) {
      super(right);
      this.suffix = suffix;
    }

    @Override
    public RefreshToken tokenOf(RefreshLink link) {
      return new RefreshToken(super.tokenOf(link).text() + suffix);
    }

    @Override
    public Optional<RefreshLink> read(RefreshToken token) {
      String text = token.text();
      return text.endsWith(suffix)
          ? super.read(new RefreshToken(text.substring(0, text.length() - suffix.length())))
          : Optional.empty();
    }
  }
}

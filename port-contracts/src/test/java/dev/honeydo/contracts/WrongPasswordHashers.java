package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Every wrong double of password hashers. Each knows how the reference writes its hashes. */
final class WrongPasswordHashers {
  private WrongPasswordHashers() {}

  static final List<WrongDouble<PasswordHasher>> ALL =
      List.of(
          breaking(
              "HASH-1",
              "finds the shortest passwords wrong",
              verifying((presented, _, answer) ->
                  answer instanceof PasswordHasher.Right && presented.value().length() < 9
                      ? new PasswordHasher.Wrong()
                      : answer)),
          breaking("HASH-2", "takes z for y", comparing(it -> it.replace('z', 'y'))),
          breaking("HASH-3", "looks past case", comparing(it -> it.toLowerCase(Locale.ROOT))),
          breaking("HASH-4", "trims", comparing(String::strip)),
          breaking(
              "HASH-5",
              "looks at the first 72 bytes",
              comparing(it -> new String(Arrays.copyOf(it.getBytes(UTF_8), 72), UTF_8))),
          breaking("HASH-6", "stops at NUL", comparing(it -> it.split("\0", 2)[0])),
          breaking(
              "HASH-7",
              "composes letters",
              comparing(it -> Normalizer.normalize(it, Normalizer.Form.NFC))),
          breaking(
              "HASH-7",
              "writes what is not ASCII as question marks",
              comparing(it -> new String(it.getBytes(US_ASCII), US_ASCII))),
          breaking(
              "HASH-8",
              "does not salt",
              hashing(hash -> new PasswordHash("$plain$0$" + passwordIn(hash)))),
          breaking("HASH-8", "keeps the last hash of a password only", LastHash::new),
          breaking("HASH-9", "writes hashes in a form of its own", OwnForm::new),
          breaking(
              "HASH-10",
              "takes what was not kept for a match",
              verifying((_, kept, answer) ->
                  kept.isEmpty() && answer instanceof PasswordHasher.Wrong
                      ? new PasswordHasher.Right()
                      : answer)),
          breaking(
              "HASH-11",
              "throws at a password that nobody could choose",
              verifying((presented, _, answer) -> {
                NewPassword _ = new NewPassword(presented);
                return answer;
              })),
          breaking(
              "HASH-12",
              "takes what many present at once for right",
              verifying((_, _, answer) -> inARace() ? new PasswordHasher.Right() : answer)),
          breaking(
              "HASH-13",
              "hashes though all places are taken",
              right ->
                  with(
                      right,
                      (it, answer) ->
                          answer instanceof PasswordHasher.Overloaded
                              ? new PasswordHasher.Hashed(
                                  new PasswordHash("$plain$1$" + it.raw().value()))
                              : answer)),
          breaking(
              "HASH-13",
              "does not say when to come again",
              right ->
                  with(
                      right,
                      (_, answer) ->
                          answer instanceof PasswordHasher.Overloaded
                              ? new PasswordHasher.Overloaded(Duration.ZERO)
                              : answer)),
          breaking(
              "HASH-14",
              "finds passwords wrong when all places are taken",
              verifying((_, _, answer) ->
                  answer instanceof PasswordHasher.Overloaded
                      ? new PasswordHasher.Wrong()
                      : answer)),
          breaking(
              "HASH-14",
              "has always a place for who has no account",
              verifying((_, kept, answer) ->
                  kept.isEmpty() && answer instanceof PasswordHasher.Overloaded
                      ? new PasswordHasher.Wrong()
                      : answer)),
          breaking(
              "HASH-15",
              "finds every hash outdated",
              right ->
                  new Spoilt(right) {
                    @Override
                    public boolean isOutdated(PasswordHash kept) {
                      return true;
                    }
                  }),
          breaking(
              "HASH-16",
              "finds no hash outdated",
              right ->
                  new Spoilt(right) {
                    @Override
                    public boolean isOutdated(PasswordHash kept) {
                      return false;
                    }
                  }),
          breaking(
              "HASH-17",
              "finds every password wrong whose hash is outdated",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Verification verify(
                        RawPassword presented, Optional<PasswordHash> kept) {
                      return kept.filter(this::isOutdated).isPresent()
                          ? new Wrong()
                          : super.verify(presented, kept);
                    }
                  }));

  private interface OnVerify {
    PasswordHasher.Verification answer(
        RawPassword presented, Optional<PasswordHash> kept, PasswordHasher.Verification answer);
  }

  private static UnaryOperator<PasswordHasher> verifying(OnVerify change) {
    return right ->
        new Spoilt(right) {
          @Override
          public Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
            return change.answer(presented, kept, super.verify(presented, kept));
          }
        };
  }

  private static UnaryOperator<PasswordHasher> hashing(UnaryOperator<PasswordHash> change) {
    return right ->
        with(
            right,
            (_, answer) ->
                answer instanceof PasswordHasher.Hashed(PasswordHash hash)
                    ? new PasswordHasher.Hashed(change.apply(hash))
                    : answer);
  }

  /** Takes passwords for the same that {@code image} makes the same. */
  private static UnaryOperator<PasswordHasher> comparing(UnaryOperator<String> image) {
    return verifying((presented, kept, answer) ->
        answer instanceof PasswordHasher.Wrong
                && kept.map(WrongPasswordHashers::passwordIn)
                    .map(image)
                    .filter(image.apply(presented.value())::equals)
                    .isPresent()
            ? new PasswordHasher.Right()
            : answer);
  }

  private static PasswordHasher with(
      PasswordHasher right,
      BiFunction<NewPassword, PasswordHasher.Hashing, PasswordHasher.Hashing> change) {
    return new Spoilt(right) {
      @Override
      public Hashing hash(NewPassword password) {
        return change.apply(password, super.hash(password));
      }
    };
  }

  private static String passwordIn(PasswordHash hash) {
    return hash.phc().split("\\$", 4)[3];
  }

  /** The double: asks the right adapter. */
  private static class Spoilt implements PasswordHasher {
    private final PasswordHasher right;

    Spoilt(PasswordHasher right) {
      this.right = right;
    }

    @Override
    public boolean isOutdated(PasswordHash kept) {
      return right.isOutdated(kept);
    }

    @Override
    public Hashing hash(NewPassword password) {
      return right.hash(password);
    }

    @Override
    public Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
      return right.verify(presented, kept);
    }
  }

  private static final class LastHash extends Spoilt {
    private final Map<String, PasswordHash> last = new ConcurrentHashMap<>();

    LastHash(PasswordHasher right) {
      super(right);
    }

    @Override
    public Hashing hash(NewPassword password) {
      Hashing answer = super.hash(password);
      if (answer instanceof Hashed(PasswordHash hash)) {
        last.put(password.raw().value(), hash);
      }
      return answer;
    }

    @Override
    public Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
      Verification answer = super.verify(presented, kept);
      boolean old =
          kept.filter(it -> !it.equals(last.getOrDefault(presented.value(), it))).isPresent();
      return answer instanceof Right && old ? new Wrong() : answer;
    }
  }

  private static final class OwnForm extends Spoilt {
    OwnForm(PasswordHasher right) {
      super(right);
    }

    @Override
    public Hashing hash(NewPassword password) {
      Hashing answer = super.hash(password);
      return answer instanceof Hashed(PasswordHash hash)
          ? new Hashed(new PasswordHash(hash.phc().substring(1)))
          : answer;
    }

    @Override
    public Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
      return super.verify(presented, kept.map(OwnForm::withSign));
    }

    private static PasswordHash withSign(PasswordHash it) {
      return it.phc().startsWith("$") ? it : new PasswordHash("$" + it.phc());
    }
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.adding;
import static dev.honeydo.contracts.UsersDefect.finding;
import static dev.honeydo.contracts.UsersDefect.findingAccount;
import static dev.honeydo.contracts.UsersDefect.findingByEmail;
import static dev.honeydo.contracts.UsersDefect.keeping;
import static dev.honeydo.contracts.UsersDefect.removing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.breakingAtLeast;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.net.IDN;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Doubles that lose or change whom they are given to keep. */
final class WrongUsersKeeping {
  private WrongUsersKeeping() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breakingAtLeast("USER-1", "finds nobody", finding((_, _, _) -> Optional.empty())),
          breaking(
              "USER-2 USER-17 USER-22 USER-28 USER-31",
              "finds accounts without their hash",
              findingAccount((_, _, answer) ->
                  answer.map(it -> new Account(it.user(), new PasswordHash(""))))),
          breakingAtLeast(
              "USER-3", "finds no address", findingByEmail((_, _, _) -> Optional.empty())),
          breaking(
              "USER-4 USER-11 USER-41",
              "looks for addresses as they were typed",
              findingByEmail((_, email, answer) ->
                  answer.filter(it -> it.user().email().value().equals(email.value())))),
          breaking(
              "USER-5",
              "finds anybody where there is no such id",
              finding((it, id, answer) ->
                  answer.or(() ->
                      it.offered.containsKey(id)
                          ? Optional.empty()
                          : it.kept.values().stream().findFirst()))),
          breaking(
              "USER-6",
              "finds anybody where there is no such address",
              findingByEmail((it, email, answer) ->
                  answer.or(() ->
                      it.left.containsKey(email)
                          ? Optional.empty()
                          : it.offered.values().stream().findFirst()))),
          breaking(
              "USER-7",
              "cuts names to 198 chars",
              keeping(named(it -> it.substring(0, Math.min(198, it.length()))))),
          breaking(
              "USER-8",
              "composes what is decomposed",
              keeping(named(it -> Normalizer.normalize(it, Normalizer.Form.NFC)))),
          breaking("USER-9", "drops backslashes", keeping(named(it -> it.replace("\\", "")))),
          breaking(
              "USER-10",
              "keeps addresses in lower case",
              keeping(
                  addressed(
                      it -> it.chars().allMatch(c -> c < 128) ? it.toLowerCase(Locale.ROOT) : it))),
          breaking(
              "USER-11",
              "keeps addresses in ASCII",
              keeping(
                  addressed(it -> {
                    int domain = it.indexOf('@') + 1;
                    return it.substring(0, domain) + IDN.toASCII(it.substring(domain));
                  }))),
          breaking(
              "USER-12",
              "makes everybody a user",
              keeping(changed(it -> with(it, Role.USER, it.emailVerified(), it.disabled())))),
          breaking(
              "USER-13",
              "does not keep that an address is confirmed",
              keeping(changed(it -> with(it, it.role(), false, it.disabled())))),
          breaking(
              "USER-14",
              "does not keep that an account is shut",
              keeping(changed(it -> with(it, it.role(), it.emailVerified(), false)))),
          breaking(
              "USER-15",
              "does not keep when a user changed",
              keeping(changed(it -> with(it, it.createdAt(), it.version())))),
          breaking(
              "USER-16",
              "counts versions in a double",
              keeping(
                  changed(it ->
                      with(
                          it, it.updatedAt(), new Version((long) (double) it.version().value()))))),
          breaking(
              "USER-17",
              "cuts hashes to 255 characters",
              keeping(it -> {
                String phc = it.passwordHash().phc();
                return new Account(
                    it.user(), new PasswordHash(phc.substring(0, Math.min(255, phc.length()))));
              })),
          breaking(
              "USER-18",
              "gives the holder of a taken address the hash of the other",
              adding((it, account, answer) -> {
                if (!inARace() && answer instanceof Users.EmailTaken) {
                  Account holder = it.right.findAccount(account.user().email().key()).orElseThrow();
                  var _ = it.right.remove(holder.user().id());
                  var _ = it.right.add(new Account(holder.user(), account.passwordHash()));
                }
                return answer;
              })),
          breaking(
              "USER-19",
              "finds who was refused",
              finding((it, id, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.offered.get(id))
                          .map(Account::user)
                          .filter(user -> !it.left.containsKey(user.email().key()))))),
          breaking(
              "USER-20",
              "takes addresses for two that differ in case",
              adding((it, account, answer) ->
                  answer instanceof Users.EmailTaken && !isTypedAlike(it.right, account.user())
                      ? new Users.Added()
                      : answer)),
          breaking(
              "USER-21",
              "adds two of many with one address",
              adding((it, account, answer) ->
                  inARace()
                          && answer instanceof Users.EmailTaken
                          && it.noted.add(account.user().email())
                      ? new Users.Added()
                      : answer)),
          breaking(
              "USER-22", "loses one of those that are added at once", right -> new LosesOne(right)),
          breaking(
              "USER-23 USER-32",
              "finds who was added through it alone",
              finding((it, id, answer) -> answer.filter(_ -> it.offered.containsKey(id)))),
          breaking(
              "USER-24",
              "finds who was removed by their address",
              findingByEmail((it, email, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.left.get(email))
                          .filter(id -> !it.kept.containsKey(id))
                          .map(it.offered::get)))),
          breaking(
              "USER-25",
              "removes twice",
              removing((it, id, answer) ->
                  !inARace() && it.left.containsValue(id) ? new Users.Removed() : answer)),
          breaking(
              "USER-26",
              "removes who was never there",
              removing((it, id, answer) ->
                  inARace() || it.offered.containsKey(id) ? answer : new Users.Removed())),
          breaking(
              "USER-27",
              "keeps the addresses of those removed",
              adding((it, account, answer) -> {
                UserId id = it.left.get(account.user().email().key());
                return id != null && !it.kept.containsKey(id) ? new Users.EmailTaken() : answer;
              })),
          breaking(
              "USER-28",
              "removes everybody",
              removing((it, _, answer) -> {
                it.kept
                    .keySet()
                    .forEach(other -> {
                      var _ = it.right.remove(other);
                    });
                return answer;
              })),
          breaking(
              "USER-29",
              "removes twice when many do at once",
              removing((it, id, answer) ->
                  inARace() && answer instanceof Users.Missing && it.noted.add(id)
                      ? new Users.Removed()
                      : answer)));

  private static boolean isTypedAlike(Users users, User user) {
    return users
        .findAccount(user.email().key())
        .filter(it -> it.user().email().equals(user.email()))
        .isPresent();
  }

  private static UnaryOperator<Account> changed(UnaryOperator<User> change) {
    return it -> new Account(change.apply(it.user()), it.passwordHash());
  }

  private static UnaryOperator<Account> named(UnaryOperator<String> change) {
    return changed(it -> with(it, new UserName(change.apply(it.name().value())), it.email()));
  }

  private static UnaryOperator<Account> addressed(UnaryOperator<String> change) {
    return changed(it -> with(it, it.name(), new EmailAddress(change.apply(it.email().value()))));
  }

  private static User with(User it, UserName name, EmailAddress email) {
    return new User(
        it.id(),
        name,
        email,
        it.role(),
        it.emailVerified(),
        it.disabled(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }

  private static User with(User it, Role role, boolean emailVerified, boolean disabled) {
    return new User(
        it.id(),
        it.name(),
        it.email(),
        role,
        emailVerified,
        disabled,
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }

  private static User with(User it, Instant updatedAt, Version version) {
    return new User(
        it.id(),
        it.name(),
        it.email(),
        it.role(),
        it.emailVerified(),
        it.disabled(),
        it.createdAt(),
        updatedAt,
        version);
  }

  /** The first that is added in a race is not found again. */
  private static final class LosesOne extends UsersDefect.Spoilt {
    private final AtomicReference<Optional<UserId>> lost = new AtomicReference<>(Optional.empty());

    LosesOne(Users right) {
      super(right);
    }

    @Override
    public Optional<Account> findAccount(UserId id) {
      return super.findAccount(id).filter(_ -> !lost.get().equals(Optional.of(id)));
    }

    @Override
    public Addition add(Account account) {
      if (inARace()) {
        lost.compareAndSet(Optional.empty(), Optional.of(account.user().id()));
      }
      return super.add(account);
    }
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.finding;
import static dev.honeydo.contracts.UsersDefect.findingAccount;
import static dev.honeydo.contracts.UsersDefect.findingByEmail;
import static dev.honeydo.contracts.UsersDefect.rehashing;
import static dev.honeydo.contracts.UsersDefect.replacing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Doubles that keep a hash which they should refuse, or change what is no hash. */
final class WrongUsersRehashing {
  private WrongUsersRehashing() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breaking(
              "USER-80",
              "finds the old hash by id",
              findingAccount((it, id, answer) ->
                  answer.map(account ->
                      it.rehashed.contains(id) ? withFirstHash(it, account) : account))),
          breaking(
              "USER-81",
              "finds the old hash by address",
              findingByEmail((it, _, answer) ->
                  answer.map(account ->
                      it.calls.are("add", "rehash", "findAccount")
                              && it.rehashed.contains(account.user().id())
                          ? withFirstHash(it, account)
                          : account))),
          breaking(
              "USER-82",
              "notes a new hash as a change of the user",
              finding((it, id, answer) ->
                  answer.map(user -> it.rehashed.contains(id) ? changed(user) : user))),
          breaking(
              "USER-83",
              "makes a version stale by a new hash",
              replacing((it, user, _, expected, answer) ->
                  !inARace() && it.rehashed.contains(user.id())
                      ? new Users.Stale(expected.next())
                      : answer)),
          breaking(
              "USER-84",
              "gives a new hash whatever the present one is",
              rehashing((it, asked, answer) ->
                  answer instanceof Users.Overtaken && !inARace() && !isSpeltOtherwise(it, asked)
                      ? new Users.Rehashed()
                      : answer)),
          breaking(
              "USER-85",
              "writes before it compares hashes",
              rehashing((it, asked, answer) -> {
                if (answer instanceof Users.Overtaken && !inARace()) {
                  kept(it, asked.id())
                      .ifPresent(kept -> {
                        var _ = it.right.rehash(asked.id(), kept, asked.next());
                      });
                }
                return answer;
              })),
          breaking(
              "USER-86",
              "looks past case when it compares hashes",
              rehashing((it, asked, answer) ->
                  answer instanceof Users.Overtaken && isSpeltOtherwise(it, asked)
                      ? new Users.Rehashed()
                      : answer)),
          breaking(
              "USER-87",
              "cuts new hashes to 255 characters",
              rehashing((it, asked, answer) -> {
                if (answer instanceof Users.Rehashed && asked.next().phc().length() > 255) {
                  PasswordHash cut = new PasswordHash(asked.next().phc().substring(0, 255));
                  var _ = it.right.rehash(asked.id(), asked.next(), cut);
                }
                return answer;
              })),
          breaking(
              "USER-88",
              "gives a hash to who never registered",
              rehashing((it, asked, answer) ->
                  answer instanceof Users.Missing && !it.offered.containsKey(asked.id())
                      ? new Users.Rehashed()
                      : answer)),
          breaking(
              "USER-89",
              "gives a hash to who was removed",
              rehashing((it, asked, answer) ->
                  answer instanceof Users.Missing && it.offered.containsKey(asked.id())
                      ? new Users.Rehashed()
                      : answer)),
          breaking(
              "USER-90",
              "gives everybody the new hash",
              rehashing((it, asked, answer) -> {
                if (!inARace()) {
                  it.kept.keySet().stream()
                      .filter(id -> !id.equals(asked.id()))
                      .forEach(id -> kept(it, id)
                              .ifPresent(kept -> {
                                var _ = it.right.rehash(id, kept, asked.next());
                              }));
                }
                return answer;
              })),
          breaking(
              "USER-91",
              "finds the hash that it found before",
              findingAccount((it, id, answer) ->
                  answer.map(account ->
                      new Account(
                          account.user(),
                          it.foundAccounts.getOrDefault(id, account).passwordHash())))),
          breaking(
              "USER-92",
              "gives two new hashes when many do at once",
              rehashing((it, asked, answer) ->
                  inARace() && answer instanceof Users.Overtaken && it.noted.add(asked.id())
                      ? new Users.Rehashed()
                      : answer)),
          breaking(
              "USER-93",
              "writes the hash that it read when replacing",
              findingByEmail((it, _, answer) ->
                  answer.map(account ->
                      it.rehashed.contains(account.user().id())
                              && !account.user().equals(it.kept.get(account.user().id()))
                          ? withFirstHash(it, account)
                          : account))),
          breaking(
              "USER-94",
              "keeps shut what was shut",
              replacing((it, user, before, _, answer) -> {
                if (answer instanceof Users.Replaced
                    && before.filter(User::disabled).isPresent()) {
                  var _ = it.right.replace(shut(user), user.version());
                }
                return answer;
              })));

  private static boolean isSpeltOtherwise(UsersDefect.Spoilt it, UsersDefect.Rehash asked) {
    return kept(it, asked.id())
        .filter(kept -> kept.phc().equalsIgnoreCase(asked.expected().phc()))
        .isPresent();
  }

  private static Optional<PasswordHash> kept(UsersDefect.Spoilt it, UserId id) {
    return it.right.findAccount(id).map(Account::passwordHash);
  }

  private static Account withFirstHash(UsersDefect.Spoilt it, Account account) {
    return Optional.ofNullable(it.offered.get(account.user().id()))
        .map(first -> new Account(account.user(), first.passwordHash()))
        .orElse(account);
  }

  private static User changed(User it) {
    return new User(
        it.id(),
        it.name(),
        it.email(),
        it.role(),
        it.emailVerified(),
        it.disabled(),
        it.createdAt(),
        it.updatedAt().plusMillis(1),
        it.version());
  }

  private static User shut(User it) {
    return new User(
        it.id(),
        it.name(),
        it.email(),
        it.role(),
        it.emailVerified(),
        true,
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}

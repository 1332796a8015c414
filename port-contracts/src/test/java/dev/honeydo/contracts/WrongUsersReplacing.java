package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.adding;
import static dev.honeydo.contracts.UsersDefect.finding;
import static dev.honeydo.contracts.UsersDefect.findingAccount;
import static dev.honeydo.contracts.UsersDefect.findingByEmail;
import static dev.honeydo.contracts.UsersDefect.replacing;
import static dev.honeydo.contracts.WrongDouble.breaking;
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
import java.util.List;
import java.util.Optional;

/** Doubles that keep changes which they should refuse, or the other way round. */
final class WrongUsersReplacing {
  private WrongUsersReplacing() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breaking(
              "USER-30",
              "keeps the role of who has their address confirmed too",
              replacing((it, user, _, _, answer) -> {
                if (answer instanceof Users.Replaced
                    && user.role() == Role.ADMIN
                    && user.emailVerified()) {
                  var _ = it.right.replace(demoted(user), user.version());
                }
                return answer;
              })),
          breaking(
              "USER-31",
              "loses the hash when replacing",
              findingAccount((it, id, answer) ->
                  answer.map(account ->
                      account.user().equals(it.offered.getOrDefault(id, account).user())
                          ? account
                          : new Account(account.user(), new PasswordHash(""))))),
          breaking(
              "USER-32",
              "finds whom it found before",
              finding((it, id, answer) -> answer.map(user -> it.found.getOrDefault(id, user)))),
          breaking(
              "USER-33",
              "takes one change for all that came between",
              replacing((_, _, _, expected, answer) ->
                  answer instanceof Users.Stale(Version current)
                          && current.value() > expected.value()
                      ? new Users.Stale(expected.next())
                      : answer)),
          breaking(
              "USER-34",
              "writes before it compares",
              replacing((it, user, _, expected, answer) -> {
                if (answer instanceof Users.Stale(Version current)
                    && current.value() > expected.value()) {
                  var _ = it.right.replace(user, current);
                }
                return answer;
              })),
          breaking(
              "USER-35",
              "takes what is newer than its own version",
              replacing((it, user, _, expected, answer) ->
                  answer instanceof Users.Stale(Version current)
                          && current.value() < expected.value()
                      ? it.right.replace(user, current)
                      : answer)),
          breaking(
              "USER-36",
              "adds whom it cannot replace",
              replacing((it, user, _, _, answer) -> {
                if (!(answer instanceof Users.Missing) || it.offered.containsKey(user.id())) {
                  return answer;
                }
                var _ = it.right.add(Specimens.account(user));
                return new Users.Replaced();
              })),
          breaking(
              "USER-37",
              "revives who was removed when replacing",
              replacing((it, user, _, _, answer) -> {
                if (!(answer instanceof Users.Missing) || !it.offered.containsKey(user.id())) {
                  return answer;
                }
                var _ = it.right.add(Specimens.account(user));
                return new Users.Replaced();
              })),
          breaking(
              "USER-38",
              "says that it moved somebody to a taken address",
              replacing((it, user, _, _, answer) ->
                  !inARace() && answer instanceof Users.EmailTaken && isTypedAlike(it, user)
                      ? new Users.Replaced()
                      : answer)),
          breaking(
              "USER-39",
              "changes the rest of who moves to a taken address",
              replacing((it, user, before, expected, answer) -> {
                if (!inARace() && answer instanceof Users.EmailTaken) {
                  User old = before.orElseThrow();
                  var _ = it.right.replace(with(user, user.name(), old.email()), expected);
                }
                return answer;
              })),
          breaking(
              "USER-40",
              "lets somebody move to an address that differs in case",
              replacing((it, user, _, _, answer) ->
                  answer instanceof Users.EmailTaken && !isTypedAlike(it, user)
                      ? new Users.Replaced()
                      : answer)),
          breaking(
              "USER-41",
              "takes one's own address for somebody else's",
              replacing((_, user, before, _, answer) ->
                  before
                          .map(User::email)
                          .filter(it -> it.key().equals(user.email().key()))
                          .filter(it -> !it.equals(user.email()))
                          .isPresent()
                      ? new Users.EmailTaken()
                      : answer)),
          breaking(
              "USER-42",
              "finds who moved by the old address",
              findingByEmail((it, email, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.left.get(email))
                          .filter(it.kept::containsKey)
                          .flatMap(it.right::findAccount)))),
          breaking(
              "USER-43",
              "keeps the addresses that were left from others",
              adding((it, account, answer) -> {
                UserId holder = it.left.get(account.user().email().key());
                return holder != null
                        && it.kept.containsKey(holder)
                        && !holder.equals(account.user().id())
                    ? new Users.EmailTaken()
                    : answer;
              })),
          breaking(
              "USER-44",
              "keeps the addresses that were left from who left them",
              replacing((it, user, _, _, answer) ->
                  it.kept.containsKey(user.id())
                          && user.id().equals(it.left.get(user.email().key()))
                      ? new Users.EmailTaken()
                      : answer)),
          breaking(
              "USER-45",
              "keeps two of many that build on one version",
              replacing((it, user, _, _, answer) ->
                  inARace() && answer instanceof Users.Stale && it.noted.add(user.id())
                      ? new Users.Replaced()
                      : answer)),
          breaking(
              "USER-46",
              "tells losers the version that they know",
              replacing((_, _, _, expected, answer) ->
                  inARace() && answer instanceof Users.Stale ? new Users.Stale(expected) : answer)),
          breaking(
              "USER-47",
              "moves two of many to one address",
              replacing((it, user, _, _, answer) ->
                  inARace() && answer instanceof Users.EmailTaken && it.noted.add(user.email())
                      ? new Users.Replaced()
                      : answer)),
          breaking(
              "USER-48",
              "replaces everybody",
              replacing((it, user, _, _, answer) -> {
                if (!inARace() && answer instanceof Users.Replaced) {
                  it.kept.values().stream()
                      .filter(other -> !other.id().equals(user.id()))
                      .forEach(other -> {
                        var _ =
                            it.right.replace(
                                with(other, user.name(), other.email()), other.version());
                      });
                }
                return answer;
              })));

  private static boolean isTypedAlike(UsersDefect.Spoilt it, User user) {
    return it.right
        .findAccount(user.email().key())
        .filter(holder -> holder.user().email().equals(user.email()))
        .isPresent();
  }

  private static User demoted(User it) {
    return new User(
        it.id(),
        it.name(),
        it.email(),
        Role.USER,
        it.emailVerified(),
        it.disabled(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
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
}

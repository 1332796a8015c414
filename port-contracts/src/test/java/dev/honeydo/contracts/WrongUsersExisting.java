package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.adding;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.User;
import java.util.List;

/** Doubles that do not know who is added a second time. */
final class WrongUsersExisting {
  private WrongUsersExisting() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breaking(
              "USER-98",
              "takes a user's own address for taken",
              adding((_, account, answer) ->
                  !inARace()
                          && answer instanceof Users.Exists(User current)
                          && isAtHome(current, account)
                      ? new Users.EmailTaken()
                      : answer)),
          breaking(
              "USER-98",
              "tells of users as they are added again at the address that they have",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists(User current) && isAtHome(current, account)
                      ? new Users.Exists(account.user())
                      : answer)),
          breaking(
              "USER-99",
              "tells of users at the address at which they are added again",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists(User current) && !isAtHome(current, account)
                      ? new Users.Exists(account.user())
                      : answer)),
          breaking(
              "USER-99",
              "looks for the address alone",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists(User current) && !isAtHome(current, account)
                      ? new Users.Added()
                      : answer)),
          breaking(
              "USER-100",
              "lets all add one user who do at once",
              adding((_, _, answer) ->
                  inARace() && answer instanceof Users.Exists ? new Users.Added() : answer)));

  /** Whether that account has the address that the user has by now. */
  private static boolean isAtHome(User current, Account account) {
    return current.email().key().equals(account.user().email().key());
  }
}

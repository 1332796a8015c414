package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.adding;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.User;
import java.util.List;

/** Doubles that do not know who is added a second time. */
final class WrongUsersExisting {
  private WrongUsersExisting() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breaking(
              "USER-98 USER-100",
              "takes a user's own address for taken",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists(User current)
                          && current.email().key().equals(account.user().email().key())
                      ? new Users.EmailTaken()
                      : answer)),
          breaking(
              "USER-98 USER-99",
              "tells of users as they are added again",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists ? new Users.Exists(account.user()) : answer)),
          breaking(
              "USER-99",
              "looks for the address alone",
              adding((_, account, answer) ->
                  answer instanceof Users.Exists(User current)
                          && !current.email().key().equals(account.user().email().key())
                      ? new Users.Added()
                      : answer)),
          breaking(
              "USER-100",
              "lets all add one user who do at once",
              adding((_, _, answer) ->
                  WrongDouble.inARace() && answer instanceof Users.Exists
                      ? new Users.Added()
                      : answer)));
}

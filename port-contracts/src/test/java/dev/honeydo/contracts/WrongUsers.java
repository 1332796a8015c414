package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of users. */
final class WrongUsers {
  private WrongUsers() {}

  static List<WrongDouble<Users>> all() {
    return Stream.of(
            WrongUsersKeeping.ALL,
            WrongUsersExisting.ALL,
            WrongUsersReplacing.ALL,
            WrongUsersListing.ALL,
            WrongUsersRehashing.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<Users>> LEAKING =
      List.of(
          leaking("USER-49", Users.class, "find"),
          leaking("USER-50", Users.class, "findAccount", UserId.class),
          leaking("USER-51", Users.class, "findAccount", EmailKey.class),
          leaking("USER-52", Users.class, "add"),
          leaking("USER-53", Users.class, "replace"),
          leaking("USER-54", Users.class, "remove"),
          leaking("USER-95", Users.class, "isEmpty"),
          leaking("USER-96", Users.class, "page"),
          leaking("USER-97", Users.class, "rehash"));
}

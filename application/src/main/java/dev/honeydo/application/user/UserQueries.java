package dev.honeydo.application.user;

import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/** What can be asked about users. */
public final class UserQueries {
  private final Users users;

  /** Wires the queries. */
  public UserQueries(Users users) {
    this.users = users;
  }

  /** The user of that id, or empty where there is none. */
  public Optional<User> find(UserId id) {
    return users.find(id);
  }
}

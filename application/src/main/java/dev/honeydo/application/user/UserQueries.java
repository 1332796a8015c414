package dev.honeydo.application.user;

import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.Role;
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

  /**
   * The user of that id if they are an admin at this moment, by the record and not by any token;
   * empty where they are not, or where their account is shut.
   */
  public Optional<User> admin(UserId id) {
    return users.find(id).filter(it -> it.role() == Role.ADMIN && !it.disabled());
  }

  /** A part of the list of everybody. */
  public UserPage page(UserPageRequest request) {
    return users.page(request);
  }
}

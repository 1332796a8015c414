package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.UsersContract;

final class InMemoryUsersTest implements UsersContract {
  private final InMemoryUsers users = new InMemoryUsers();

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Users anotherView() {
    return users;
  }

  @Override
  public Users unreachable() {
    InMemoryUsers gone = new InMemoryUsers();
    gone.setAvailable(false);
    return gone;
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }
}

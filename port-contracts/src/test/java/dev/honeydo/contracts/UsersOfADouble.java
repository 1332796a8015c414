package dev.honeydo.contracts;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.reference.InMemoryUsers;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class UsersOfADouble implements UsersContract {
  private final WrongDouble<Users> wrong;
  private final Users users;
  private final Users anotherView;

  UsersOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongUsers.all());
    InMemoryUsers store = new InMemoryUsers();
    this.users = wrong.of(store);
    this.anotherView = wrong.of(store);
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Users anotherView() {
    return anotherView;
  }

  @Override
  public Users unreachable() {
    InMemoryUsers gone = new InMemoryUsers();
    gone.setAvailable(false);
    return wrong.of(gone);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}

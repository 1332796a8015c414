package dev.honeydo.contracts;

import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.reference.InMemoryUsers;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link UsersContractTest} alone. */
@ExtendWith(DefectParameter.class)
final class UsersOfADouble implements UsersContract {
  private final WrongDouble<Users> wrong;
  private final Users users;
  private final Users anotherView;

  UsersOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongUsers.all());
    InMemoryUsers store = new InMemoryUsers();
    this.users = spoilt(store);
    this.anotherView = spoilt(store);
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
    return spoilt(gone);
  }

  private Users spoilt(InMemoryUsers store) {
    return wrong.spoil().apply(store, InstantSource.system());
  }
}

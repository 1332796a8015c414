package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts in a map by id and a map of who has which address, behind one lock. */
public final class InMemoryUsers implements Users {
  private final Availability availability = new Availability("Users");
  private final Map<UserId, Account> accounts = new HashMap<>();
  private final Map<EmailKey, UserId> holders = new HashMap<>();

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Optional<User> find(UserId id) {
    availability.check("find");
    return Optional.ofNullable(accounts.get(id)).map(Account::user);
  }

  @Override
  public synchronized Optional<Account> findAccount(UserId id) {
    availability.check("findAccount");
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public synchronized Optional<Account> findAccount(EmailKey email) {
    availability.check("findAccount");
    return Optional.ofNullable(holders.get(email)).map(accounts::get);
  }

  @Override
  public synchronized Addition add(Account account) {
    availability.check("add");
    User user = account.user();
    if (holders.putIfAbsent(user.email().key(), user.id()) != null) {
      return new EmailTaken();
    }
    accounts.put(user.id(), account);
    return new Added();
  }

  @Override
  public synchronized Replacement replace(User user, Version expected) {
    availability.check("replace");
    Account current = accounts.get(user.id());
    if (current == null) {
      return new Missing();
    }
    if (!current.user().version().equals(expected)) {
      return new Stale(current.user().version());
    }
    UserId holder = holders.get(user.email().key());
    if (holder != null && !holder.equals(user.id())) {
      return new EmailTaken();
    }
    holders.remove(current.user().email().key());
    holders.put(user.email().key(), user.id());
    accounts.put(user.id(), new Account(user, current.passwordHash()));
    return new Replaced();
  }

  @Override
  public synchronized Removal remove(UserId id) {
    availability.check("remove");
    Account current = accounts.remove(id);
    if (current == null) {
      return new Missing();
    }
    holders.remove(current.user().email().key());
    return new Removed();
  }
}

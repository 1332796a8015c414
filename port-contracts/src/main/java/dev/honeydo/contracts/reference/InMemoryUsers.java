package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  public synchronized boolean isEmpty() {
    availability.check("isEmpty");
    return accounts.isEmpty();
  }

  @Override
  public synchronized UserPage page(UserPageRequest request) {
    availability.check("page");
    List<User> found =
        accounts.values().stream()
            .map(Account::user)
            .filter(user -> request.query().map(it -> contains(user, it)).orElse(true))
            .filter(user -> request.after().map(it -> isBehind(user.id(), it)).orElse(true))
            .sorted(Comparator.comparing(user -> user.id().toString()))
            .limit(request.limit() + 1L)
            .toList();
    boolean more = found.size() > request.limit();
    return new UserPage(more ? found.subList(0, request.limit()) : found, more);
  }

  private static boolean contains(User user, String query) {
    String wanted = query.toLowerCase(Locale.ROOT);
    return Stream.of(user.name().value(), user.email().value())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static boolean isBehind(UserId id, UserId other) {
    return id.toString().compareTo(other.toString()) > 0;
  }

  @Override
  public synchronized Addition add(Account account) {
    availability.check("add");
    User user = account.user();
    Account current = accounts.get(user.id());
    if (current != null) {
      return new Exists(current.user());
    }
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
  public synchronized Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    availability.check("rehash");
    Account current = accounts.get(id);
    if (current == null) {
      return new Missing();
    }
    if (!current.passwordHash().equals(expected)) {
      return new Overtaken();
    }
    accounts.put(id, new Account(current.user(), next));
    return new Rehashed();
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

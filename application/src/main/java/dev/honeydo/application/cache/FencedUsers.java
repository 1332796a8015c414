package dev.honeydo.application.cache;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The record's users, written behind each one's fence: the copy of a profile ends with each change
 * to it. Reads go to the record, which is what whoever reads in order to write needs, and whoever
 * asks whether somebody is an admin.
 */
public final class FencedUsers implements Users {
  private final Users record;
  private final Cache cache;

  /** Moves the fences of {@code cache} when {@code record} is written. */
  public FencedUsers(Users record, Cache cache) {
    this.record = record;
    this.cache = cache;
  }

  @Override
  public Optional<User> find(UserId id) {
    return record.find(id);
  }

  @Override
  public Optional<Account> findAccount(UserId id) {
    return record.findAccount(id);
  }

  @Override
  public Optional<Account> findAccount(EmailKey email) {
    return record.findAccount(email);
  }

  @Override
  public boolean isEmpty() {
    return record.isEmpty();
  }

  @Override
  public UserPage page(UserPageRequest request) {
    return record.page(request);
  }

  /** There may be a copy of there being nobody of that id. */
  @Override
  public Addition add(Account account) {
    return write(account.user().id(), () -> record.add(account));
  }

  @Override
  public Replacement replace(User user, Version expected) {
    return write(user.id(), () -> record.replace(user, expected));
  }

  /** No copy has anything of a password, so none ends. */
  @Override
  public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    return record.rehash(id, expected, next);
  }

  @Override
  public Removal remove(UserId id) {
    return write(id, () -> record.remove(id));
  }

  private <R> R write(UserId id, Supplier<R> change) {
    return cache.write(id, Scope.PROFILE, change);
  }
}

package dev.honeydo.application.cache;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/**
 * Users behind a fence, each one's profile read by way of a cache: for whoever only wants to look.
 *
 * <p>There is never a copy of an account, which holds the hash of a password; nor of a list of
 * users, which no fence stands before.
 */
public final class CachedUsers implements Users {
  private final FencedUsers users;
  private final Cache cache;

  /**
   * Reads {@code users} by way of {@code cache}.
   *
   * @param users whose writes move the fences of the same cache
   */
  public CachedUsers(FencedUsers users, Cache cache) {
    this.users = users;
    this.cache = cache;
  }

  @Override
  public Optional<User> find(UserId id) {
    return cache.read(new Cache.Profile(id), () -> users.find(id));
  }

  @Override
  public Optional<Account> findAccount(UserId id) {
    return users.findAccount(id);
  }

  @Override
  public Optional<Account> findAccount(EmailKey email) {
    return users.findAccount(email);
  }

  @Override
  public boolean isEmpty() {
    return users.isEmpty();
  }

  @Override
  public UserPage page(UserPageRequest request) {
    return users.page(request);
  }

  @Override
  public Addition add(Account account) {
    return users.add(account);
  }

  @Override
  public Replacement replace(User user, Version expected) {
    return users.replace(user, expected);
  }

  @Override
  public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    return users.rehash(id, expected, next);
  }

  @Override
  public Removal remove(UserId id) {
    return users.remove(id);
  }
}

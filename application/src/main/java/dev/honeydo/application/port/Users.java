package dev.honeydo.application.port;

import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/**
 * The record of who has registered.
 *
 * <p><b>Guarantees.</b> No two users share an {@link EmailKey}, however many register at once. A
 * change that was answered is durable and seen by every later call of every instance. Each method
 * takes effect wholly or not at all.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; whether a
 * write took effect is then unknown.
 *
 * <p>Thread-safe.
 */
public interface Users {

  /** The user of that id, or empty where there is none. */
  Optional<User> find(UserId id);

  /** The user of that id with their password's hash, or empty where there is none. */
  Optional<Account> findAccount(UserId id);

  /** The user of that address with their password's hash, or empty where there is none. */
  Optional<Account> findAccount(EmailKey email);

  /** Whether nobody has registered. */
  boolean isEmpty();

  /**
   * Everybody that the request asks for, by id from the least; beginning right behind {@link
   * UserPageRequest#after}, who need not be there any more.
   */
  UserPage page(UserPageRequest request);

  /**
   * Adds a user, unless there is one of that id: then they have been added before, by who has not
   * heard of it, and stay as they are. The store alone decides whether the address is taken.
   */
  Addition add(Account account);

  /**
   * Replaces the user of that id if their version is still {@code expected}, compared in the same
   * step that writes. The password's hash stays.
   */
  Replacement replace(User user, Version expected);

  /**
   * Replaces the hash of a user's password if it is still {@code expected}, compared in the same
   * step that writes. The user and their version stay.
   */
  Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next);

  /** Removes the user and the hash of their password; the address is free again. */
  Removal remove(UserId id);

  /** What became of an {@link #add}. */
  sealed interface Addition {}

  /** The user is kept. */
  record Added() implements Addition {}

  /**
   * There was a user of that id, whatever their address is by now. Nothing was written.
   *
   * @param current as they are now
   */
  record Exists(User current) implements Addition {}

  /** What became of a {@link #replace}. */
  sealed interface Replacement {}

  /** The user is kept as given. */
  record Replaced() implements Replacement {}

  /** Somebody else has the address. Nothing was written. */
  record EmailTaken() implements Addition, Replacement {}

  /** The user has changed meanwhile and is at {@code current} now. Nothing was written. */
  record Stale(Version current) implements Replacement {}

  /** What became of a {@link #rehash}. */
  sealed interface Rehashing {}

  /** The hash is kept. */
  record Rehashed() implements Rehashing {}

  /** The hash is another one by now. Nothing was written. */
  record Overtaken() implements Rehashing {}

  /** What became of a {@link #remove}. */
  sealed interface Removal {}

  /** The user is gone. */
  record Removed() implements Removal {}

  /** There is no such user. Nothing was written. */
  record Missing() implements Replacement, Rehashing, Removal {}
}

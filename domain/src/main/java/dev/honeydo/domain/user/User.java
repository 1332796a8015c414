package dev.honeydo.domain.user;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Version;
import java.time.Instant;

/**
 * Somebody who has registered, as they stood at one version.
 *
 * @param emailVerified whether the owner of the address has confirmed it
 * @param disabled whether an admin has shut the account
 * @param createdAt whole milliseconds
 * @param updatedAt whole milliseconds, never before {@code createdAt}
 */
public record User(
    UserId id,
    UserName name,
    EmailAddress email,
    Role role,
    boolean emailVerified,
    boolean disabled,
    Instant createdAt,
    Instant updatedAt,
    Version version) {

  /** Cuts instants to milliseconds and checks their order. */
  public User {
    createdAt = Moments.of(createdAt);
    updatedAt = Moments.of(updatedAt);
    if (updatedAt.isBefore(createdAt)) {
      throw new IllegalArgumentException("a user cannot change before they register");
    }
  }

  /** Somebody who registers now: no admin, their address not confirmed yet. */
  public static User register(UserId id, UserName name, EmailAddress email, Instant now) {
    return register(id, name, email, Role.USER, now);
  }

  /** Somebody who registers now, their address not confirmed yet. */
  public static User register(
      UserId id, UserName name, EmailAddress email, Role role, Instant now) {
    return new User(id, name, email, role, false, false, now, now, Version.FIRST);
  }

  /**
   * This user under another name and address, one version on; or this very user where both are the
   * same. Another address is one that nobody has confirmed yet.
   */
  public User edited(UserName nextName, EmailAddress nextEmail, Instant now) {
    if (nextName.equals(name) && nextEmail.equals(email)) {
      return this;
    }
    boolean stillVerified = emailVerified && nextEmail.key().equals(email.key());
    Instant at = now.isBefore(updatedAt) ? updatedAt : now;
    return new User(
        id, nextName, nextEmail, role, stillVerified, disabled, createdAt, at, version.next());
  }

  /**
   * This user in another role, their account shut or opened, one version on; or this very user
   * where both are the same.
   */
  public User administered(Role nextRole, boolean nextDisabled, Instant now) {
    if (nextRole == role && nextDisabled == disabled) {
      return this;
    }
    Instant at = now.isBefore(updatedAt) ? updatedAt : now;
    return new User(
        id, name, email, nextRole, emailVerified, nextDisabled, createdAt, at, version.next());
  }
}

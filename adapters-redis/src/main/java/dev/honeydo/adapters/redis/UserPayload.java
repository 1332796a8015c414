package dev.honeydo.adapters.redis;

import dev.honeydo.domain.Version;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;

/** Users, field by field. */
final class UserPayload {
  private static final int BYTES = 400;

  private UserPayload() {}

  static int weight(User user) {
    return BYTES + 2 * (user.name().value().length() + user.email().value().length());
  }

  static void write(Output out, User user) {
    out.id(user.id().value())
        .text(user.name().value())
        .text(user.email().value())
        .constant(user.role())
        .flag(user.emailVerified())
        .flag(user.disabled())
        .moment(user.createdAt())
        .moment(user.updatedAt())
        .number(user.version().value());
  }

  static User read(Input in) {
    return new User(
        new UserId(in.id()),
        new UserName(in.text()),
        new EmailAddress(in.text()),
        in.constant(Role.class),
        in.flag(),
        in.flag(),
        in.moment(),
        in.moment(),
        new Version(in.number()));
  }
}

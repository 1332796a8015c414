package dev.honeydo.examples.h2;

import static java.time.Instant.ofEpochMilli;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Users as rows. A unique constraint on the key of the address decides who has it. Name and address
 * are kept in lower case as well, to be searched in: H2 lowers by the locale of the machine.
 */
final class H2Users implements Users {
  private final Database database;

  H2Users(Database database) {
    this.database = database;
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.run("Users", "find", in -> byId(in, id)).map(Account::user);
  }

  @Override
  public Optional<Account> findAccount(UserId id) {
    return database.run("Users", "findAccount", in -> byId(in, id));
  }

  @Override
  public Optional<Account> findAccount(EmailKey email) {
    return database.run(
        "Users",
        "findAccount",
        in -> in.first(H2Users::account, "select * from users where email_key = ?", email.value()));
  }

  @Override
  public boolean isEmpty() {
    return database
        .run("Users", "isEmpty", in -> in.first(H2Users::account, "select * from users limit 1"))
        .isEmpty();
  }

  @Override
  public UserPage page(UserPageRequest request) {
    String after = request.after().map(UserId::toString).orElse("");
    String wanted = lower(request.query().orElse(""));
    List<User> found =
        database
            .run(
                "Users",
                "page",
                in ->
                    in.all(
                        H2Users::account,
                        """
                        select * from users
                        where id > ? and (locate(?, name_lower) > 0 or locate(?, email_lower) > 0)
                        order by id limit ?
                        """,
                        after,
                        wanted,
                        wanted,
                        request.limit() + 1))
            .stream()
            .map(Account::user)
            .toList();
    boolean more = found.size() > request.limit();
    return new UserPage(more ? found.subList(0, request.limit()) : found, more);
  }

  @Override
  public Addition add(Account account) {
    return database.run(
        "Users",
        "add",
        in -> {
          if (insert(in, account)) {
            return new Added();
          }
          Optional<Account> known = byId(in, account.user().id());
          return known.isPresent() ? new Exists(known.get().user()) : new EmailTaken();
        });
  }

  @Override
  public Replacement replace(User user, Version expected) {
    return database.run(
        "Users",
        "replace",
        in -> {
          Optional<Version> current = locked(in, user.id());
          if (current.isEmpty()) {
            return new Missing();
          }
          if (!current.get().equals(expected)) {
            return new Stale(current.get());
          }
          return write(in, user) ? new Replaced() : new EmailTaken();
        });
  }

  @Override
  public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    return database.run(
        "Users",
        "rehash",
        in -> {
          Optional<Account> current =
              in.first(
                  H2Users::account, "select * from users where id = ? for update", id.toString());
          if (current.isEmpty()) {
            return new Missing();
          }
          if (!current.get().passwordHash().equals(expected)) {
            return new Overtaken();
          }
          in.update("update users set password_hash = ? where id = ?", next.phc(), id.toString());
          return new Rehashed();
        });
  }

  @Override
  public Removal remove(UserId id) {
    int removed =
        database.run(
            "Users", "remove", in -> in.update("delete from users where id = ?", id.toString()));
    return removed == 0 ? new Missing() : new Removed();
  }

  private static boolean insert(Transaction in, Account account) throws SQLException {
    User user = account.user();
    return in.updatesUnlessTaken(
        """
        insert into users (id, email_key, email, email_lower, name, name_lower, role,
          email_verified, disabled, created_at, updated_at, version, password_hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        user.id().toString(),
        user.email().key().value(),
        user.email().value(),
        lower(user.email().value()),
        user.name().value(),
        lower(user.name().value()),
        user.role().name(),
        user.emailVerified(),
        user.disabled(),
        user.createdAt().toEpochMilli(),
        user.updatedAt().toEpochMilli(),
        user.version().value(),
        account.passwordHash().phc());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean write(Transaction in, User user) throws SQLException {
    return in.updatesUnlessTaken(
        """
        update users set email_key = ?, email = ?, email_lower = ?, name = ?, name_lower = ?,
          role = ?, email_verified = ?, disabled = ?, created_at = ?, updated_at = ?, version = ?
        where id = ?
        """,
        user.email().key().value(),
        user.email().value(),
        lower(user.email().value()),
        user.name().value(),
        lower(user.name().value()),
        user.role().name(),
        user.emailVerified(),
        user.disabled(),
        user.createdAt().toEpochMilli(),
        user.updatedAt().toEpochMilli(),
        user.version().value(),
        user.id().toString());
  }

  private static Optional<Version> locked(Transaction in, UserId id) throws SQLException {
    return in.first(
        row -> new Version(row.getLong("version")),
        "select version from users where id = ? for update",
        id.toString());
  }

  private static Optional<Account> byId(Transaction in, UserId id) throws SQLException {
    return in.first(H2Users::account, "select * from users where id = ?", id.toString());
  }

  private static Account account(ResultSet row) throws SQLException {
    User user =
        new User(
            new UserId(UUID.fromString(row.getString("id"))),
            new UserName(row.getString("name")),
            new EmailAddress(row.getString("email")),
            Role.valueOf(row.getString("role")),
            row.getBoolean("email_verified"),
            row.getBoolean("disabled"),
            ofEpochMilli(row.getLong("created_at")),
            ofEpochMilli(row.getLong("updated_at")),
            new Version(row.getLong("version")));
    return new Account(user, new PasswordHash(row.getString("password_hash")));
  }
}

package dev.honeydo.adapters.sqlite;

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
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Accounts in the table {@code users}, whose unique index on the key decides who has an address.
 * Name and address are kept in lower case as well, to be searched in: SQLite lowers no more than
 * ASCII. A search reads the rows in the order of their ids until a page is full.
 */
final class SqliteUsers implements Users {
  private static final String PORT = "Users";

  private static final String USER =
      "id, name, email, role, email_verified, disabled, created_at, updated_at, version";
  static final String FIND = "SELECT " + USER + " FROM users WHERE id = ?";
  static final String FIND_ACCOUNT = "SELECT " + USER + ", password_hash FROM users WHERE id = ?";
  static final String FIND_ACCOUNT_BY_EMAIL =
      "SELECT " + USER + ", password_hash FROM users WHERE email_key = ?";
  private static final String ADD =
      "INSERT INTO users ("
          + USER
          + ", name_lower, email_lower, email_key, password_hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  static final String ANYBODY = "SELECT 1 FROM users LIMIT 1";

  /** Everything contains the empty text, so that one condition serves with and without a query. */
  private static final String FOUND =
      "(instr(name_lower, ?) > 0 OR instr(email_lower, ?) > 0) ORDER BY id LIMIT ?";

  static final String FIRST_PAGE = "SELECT " + USER + " FROM users WHERE " + FOUND;
  static final String NEXT_PAGE = "SELECT " + USER + " FROM users WHERE id > ? AND " + FOUND;
  private static final String VERSION = "SELECT version FROM users WHERE id = ?";
  private static final String HOLDER = "SELECT 1 FROM users WHERE email_key = ? AND id <> ?";
  private static final String REPLACE =
      "UPDATE users SET name = ?, email = ?, name_lower = ?, email_lower = ?, email_key = ?,"
          + " role = ?, email_verified = ?, disabled = ?, created_at = ?, updated_at = ?, version = ? WHERE id = ?";
  private static final String PASSWORD_HASH = "SELECT password_hash FROM users WHERE id = ?";
  private static final String REHASH = "UPDATE users SET password_hash = ? WHERE id = ?";
  private static final String REMOVE = "DELETE FROM users WHERE id = ?";

  private final Database database;

  SqliteUsers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.read(PORT, "find", it -> it.first(FIND, SqliteUsers::user, id.value()));
  }

  @Override
  public Optional<Account> findAccount(UserId id) {
    return database.read(
        PORT, "findAccount", it -> it.first(FIND_ACCOUNT, SqliteUsers::account, id.value()));
  }

  @Override
  public Optional<Account> findAccount(EmailKey email) {
    return database.read(
        PORT,
        "findAccount",
        it -> it.first(FIND_ACCOUNT_BY_EMAIL, SqliteUsers::account, email.value()));
  }

  @Override
  public boolean isEmpty() {
    return database.read(PORT, "isEmpty", it -> it.first(ANYBODY, Row::flag)).isEmpty();
  }

  @Override
  public UserPage page(UserPageRequest request) {
    List<User> found = database.read(PORT, "page", it -> page(it, request));
    boolean more = found.size() > request.limit();
    return new UserPage(more ? found.subList(0, request.limit()) : found, more);
  }

  private static List<User> page(SqliteConnection connection, UserPageRequest request)
      throws SQLException {
    String wanted = lower(request.query().orElse(""));
    int limit = request.limit() + 1;
    return request.after().isEmpty()
        ? connection.all(FIRST_PAGE, SqliteUsers::user, wanted, wanted, limit)
        : connection.all(
            NEXT_PAGE, SqliteUsers::user, request.after().get().value(), wanted, wanted, limit);
  }

  @Override
  public Addition add(Account account) {
    return database.write(PORT, "add", it -> add(it, account));
  }

  @Override
  public Replacement replace(User user, Version expected) {
    return database.write(PORT, "replace", it -> replace(it, user, expected));
  }

  @Override
  public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    return database.write(PORT, "rehash", it -> rehash(it, id, expected, next));
  }

  @Override
  public Removal remove(UserId id) {
    return database.write(
        PORT, "remove", it -> it.change(REMOVE, id.value()) == 1 ? new Removed() : new Missing());
  }

  private static Addition add(SqliteConnection connection, Account account) throws SQLException {
    User user = account.user();
    int added =
        connection.change(
            ADD,
            user.id().value(),
            user.name().value(),
            user.email().value(),
            user.role(),
            user.emailVerified(),
            user.disabled(),
            user.createdAt(),
            user.updatedAt(),
            user.version().value(),
            lower(user.name().value()),
            lower(user.email().value()),
            user.email().key().value(),
            account.passwordHash().phc());
    if (added == 1) {
      return new Added();
    }
    Optional<User> current = connection.first(FIND, SqliteUsers::user, user.id().value());
    return current.isPresent() ? new Exists(current.get()) : new EmailTaken();
  }

  private static Replacement replace(SqliteConnection connection, User user, Version expected)
      throws SQLException {
    Optional<Version> current = connection.first(VERSION, Row::version, user.id().value());
    if (current.isEmpty()) {
      return new Missing();
    }
    if (!current.get().equals(expected)) {
      return new Stale(current.get());
    }
    String key = user.email().key().value();
    if (connection.first(HOLDER, Row::flag, key, user.id().value()).isPresent()) {
      return new EmailTaken();
    }
    int _ =
        connection.change(
            REPLACE,
            user.name().value(),
            user.email().value(),
            lower(user.name().value()),
            lower(user.email().value()),
            key,
            user.role(),
            user.emailVerified(),
            user.disabled(),
            user.createdAt(),
            user.updatedAt(),
            user.version().value(),
            user.id().value());
    return new Replaced();
  }

  private static Rehashing rehash(
      SqliteConnection connection, UserId id, PasswordHash expected, PasswordHash next)
      throws SQLException {
    Optional<String> current = connection.first(PASSWORD_HASH, Row::text, id.value());
    if (current.isEmpty()) {
      return new Missing();
    }
    if (!current.get().equals(expected.phc())) {
      return new Overtaken();
    }
    int _ = connection.change(REHASH, next.phc(), id.value());
    return new Rehashed();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static User user(Row row) throws SQLException {
    return new User(
        new UserId(row.id()),
        new UserName(row.text()),
        new EmailAddress(row.text()),
        Role.valueOf(row.text()),
        row.flag(),
        row.flag(),
        row.instant(),
        row.instant(),
        row.version());
  }

  private static Account account(Row row) throws SQLException {
    return new Account(user(row), new PasswordHash(row.text()));
  }
}

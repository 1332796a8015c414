package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Users, one document each ({@link UserDocument}). The unique index on {@code emailKey} decides who
 * has an address; the version is compared in the filter of the update.
 */
final class MongoUsers implements Users {
  private static final String PORT = "Users";
  private static final Document ID = new Document("_id", 1);

  private final Connection connection;
  private final MongoCollection<Document> users;

  MongoUsers(Connection connection, MongoCollection<Document> users) {
    this.connection = connection;
    this.users = users;
  }

  @Override
  public Optional<User> find(UserId id) {
    return call("find", () -> stored(id)).map(UserDocument::user);
  }

  @Override
  public Optional<Account> findAccount(UserId id) {
    return call("findAccount", () -> stored(id)).map(UserDocument::account);
  }

  @Override
  public Optional<Account> findAccount(EmailKey email) {
    Document filter = new Document("emailKey", email.value());
    return call("findAccount", () -> Optional.ofNullable(users.find(filter).first()))
        .map(UserDocument::account);
  }

  @Override
  public boolean isEmpty() {
    Document anybody = new Document();
    return call("isEmpty", () -> users.find(anybody).projection(ID).first() == null);
  }

  @Override
  public UserPage page(UserPageRequest request) {
    Document filter = request.query().map(UserDocument::containing).orElseGet(Document::new);
    request.after().ifPresent(it -> filter.append("_id", new Document("$gt", it.value())));
    List<User> found =
        call("page", () -> read(filter, request.limit() + 1)).stream()
            .map(UserDocument::user)
            .toList();
    boolean more = found.size() > request.limit();
    return new UserPage(more ? found.subList(0, request.limit()) : found, more);
  }

  private List<Document> read(Document filter, int limit) {
    return users.find(filter).sort(ID).limit(limit).into(new ArrayList<>());
  }

  @Override
  public Addition add(Account account) {
    Document document = UserDocument.of(account);
    return connection.callUntilAnswered(PORT, "add", () -> inserted(account.user().id(), document));
  }

  /** Empty where a user of that id is not to be read yet, or any more: to be tried again. */
  private Optional<Addition> inserted(UserId id, Document document) {
    try {
      var _ = users.insertOne(document);
      return Optional.of(new Added());
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      Optional<Addition> exists = stored(id).map(UserDocument::user).map(Exists::new);
      return exists.isEmpty() && DuplicateKey.isOf(e, Layout.EMAIL_INDEX)
          ? Optional.of(new EmailTaken())
          : exists;
    }
  }

  @Override
  public Replacement replace(User user, Version expected) {
    Document filter = byId(user.id()).append("version", expected.value());
    Document update = new Document("$set", UserDocument.changeable(user));
    return connection.callUntilAnswered(
        PORT, "replace", () -> update(user.id(), expected, filter, update));
  }

  /** Empty where it is to be tried again. */
  private Optional<Replacement> update(
      UserId id, Version expected, Document filter, Document update) {
    try {
      if (users.updateOne(filter, update).getMatchedCount() == 1) {
        return Optional.of(new Replaced());
      }
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      return Optional.of(new EmailTaken());
    }
    Optional<Version> current = stored(id).map(UserDocument::version);
    if (current.isEmpty()) {
      return Optional.of(new Missing());
    }
    // What a majority has may for a moment be older than what the update was compared with.
    return current.filter(it -> !it.equals(expected)).map(Stale::new);
  }

  @Override
  public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
    Document filter = byId(id).append("passwordHash", expected.phc());
    Document update = new Document("$set", new Document("passwordHash", next.phc()));
    return connection.callUntilAnswered(PORT, "rehash", () -> rehash(id, expected, filter, update));
  }

  /** Empty where it is to be tried again. */
  private Optional<Rehashing> rehash(
      UserId id, PasswordHash expected, Document filter, Document update) {
    if (users.updateOne(filter, update).getMatchedCount() == 1) {
      return Optional.of(new Rehashed());
    }
    Optional<Account> current = stored(id).map(UserDocument::account);
    if (current.isEmpty()) {
      return Optional.of(new Missing());
    }
    return current.filter(it -> !it.passwordHash().equals(expected)).map(_ -> new Overtaken());
  }

  @Override
  public Removal remove(UserId id) {
    long removed = call("remove", () -> users.deleteOne(byId(id)).getDeletedCount());
    return removed == 1 ? new Removed() : new Missing();
  }

  private Optional<Document> stored(UserId id) {
    return Optional.ofNullable(users.find(byId(id)).first());
  }

  private static Document byId(UserId id) {
    return new Document("_id", id.value());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call(PORT, operation, work);
  }
}

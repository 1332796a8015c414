package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Users, one document each ({@link UserDocument}). The unique index on {@code emailKey} decides who
 * has an address; the version is compared in the filter of the update.
 */
final class MongoUsers implements Users {
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
  public Addition add(Account account) {
    Document document = UserDocument.of(account);
    return call("add", () -> insert(account.user().id(), document));
  }

  private Addition insert(UserId id, Document document) {
    try {
      var _ = users.insertOne(document);
      return new Added();
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      // An insert whose answer was lost is repeated by the driver, and finds itself in the way.
      if (stored(id).filter(document::equals).isPresent()) {
        return new Added();
      }
      if (DuplicateKey.isOf(e, Layout.EMAIL_INDEX)) {
        return new EmailTaken();
      }
      throw new IllegalStateException("another user has the id " + id);
    }
  }

  @Override
  public Replacement replace(User user, Version expected) {
    Document filter = byId(user.id()).append("version", expected.value());
    Document update = new Document("$set", UserDocument.changeable(user));
    return call("replace", () -> update(user.id(), expected, filter, update));
  }

  private Replacement update(UserId id, Version expected, Document filter, Document update) {
    while (true) {
      try {
        if (users.updateOne(filter, update).getMatchedCount() == 1) {
          return new Replaced();
        }
      } catch (MongoWriteException e) {
        DuplicateKey.check(e);
        return new EmailTaken();
      }
      Optional<Version> current = stored(id).map(UserDocument::version);
      if (current.isEmpty()) {
        return new Missing();
      }
      // What a majority has may for a moment be older than what the update was compared with.
      if (!current.get().equals(expected)) {
        return new Stale(current.get());
      }
    }
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
    return connection.call("Users", operation, work);
  }
}

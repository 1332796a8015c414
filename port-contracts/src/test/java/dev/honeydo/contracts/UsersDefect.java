package dev.honeydo.contracts;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailKey;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be wrong with a double of users: each part changes what one method answers or keeps. */
final class UsersDefect {
  private UsersDefect() {}

  static UnaryOperator<Users> keeping(UnaryOperator<Account> change) {
    return spoilt(it -> it.keeping = change);
  }

  static UnaryOperator<Users> finding(OnFind change) {
    return spoilt(it -> it.finding = change);
  }

  static UnaryOperator<Users> findingAccount(OnFindAccount change) {
    return spoilt(it -> it.findingAccount = change);
  }

  static UnaryOperator<Users> findingByEmail(OnFindByEmail change) {
    return spoilt(it -> it.findingByEmail = change);
  }

  static UnaryOperator<Users> adding(OnAdd change) {
    return spoilt(it -> it.adding = change);
  }

  static UnaryOperator<Users> replacing(OnReplace change) {
    return spoilt(it -> it.replacing = change);
  }

  static UnaryOperator<Users> removing(OnRemove change) {
    return spoilt(it -> it.removing = change);
  }

  static UnaryOperator<Users> asking(OnIsEmpty change) {
    return spoilt(it -> it.asking = change);
  }

  static UnaryOperator<Users> paging(OnPage change) {
    return spoilt(it -> it.paging = change);
  }

  static UnaryOperator<Users> rehashing(OnRehash change) {
    return spoilt(it -> it.rehashing = change);
  }

  private static UnaryOperator<Users> spoilt(Consumer<Spoilt> how) {
    return right -> {
      Spoilt it = new Spoilt(right);
      how.accept(it);
      return it;
    };
  }

  interface OnFind {
    Optional<User> answer(Spoilt it, UserId id, Optional<User> answer);
  }

  interface OnFindAccount {
    Optional<Account> answer(Spoilt it, UserId id, Optional<Account> answer);
  }

  interface OnFindByEmail {
    Optional<Account> answer(Spoilt it, EmailKey email, Optional<Account> answer);
  }

  interface OnAdd {
    Users.Addition answer(Spoilt it, Account account, Users.Addition answer);
  }

  interface OnReplace {
    Users.Replacement answer(
        Spoilt it, User user, Optional<User> before, Version expected, Users.Replacement answer);
  }

  interface OnRemove {
    Users.Removal answer(Spoilt it, UserId id, Users.Removal answer);
  }

  interface OnIsEmpty {
    boolean answer(Spoilt it, boolean answer);
  }

  interface OnPage {
    UserPage answer(Spoilt it, UserPageRequest request, UserPage answer);
  }

  interface OnRehash {
    Users.Rehashing answer(Spoilt it, Rehash asked, Users.Rehashing answer);
  }

  /** A call of {@link Users#rehash}. */
  record Rehash(UserId id, PasswordHash expected, PasswordHash next) {}

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements Users {
    /** The right adapter. */
    final Users right;

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** Who was added through this view, or refused, as they were then. */
    final Map<UserId, Account> offered = new ConcurrentHashMap<>();

    /** Who is kept, as far as this view knows. */
    final Map<UserId, User> kept = new ConcurrentHashMap<>();

    /** Who had each address that was removed or left through this view. */
    final Map<EmailKey, UserId> left = new ConcurrentHashMap<>();

    /** Who this view has found. */
    final Map<UserId, User> found = new ConcurrentHashMap<>();

    /** Which accounts this view has found by id. */
    final Map<UserId, Account> foundAccounts = new ConcurrentHashMap<>();

    /** Whose password this view has given another hash. */
    final Set<UserId> rehashed = ConcurrentHashMap.newKeySet();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private UnaryOperator<Account> keeping = account -> account;
    private OnFind finding = (_, _, answer) -> answer;
    private OnFindAccount findingAccount = (_, _, answer) -> answer;
    private OnFindByEmail findingByEmail = (_, _, answer) -> answer;
    private OnAdd adding = (_, _, answer) -> answer;
    private OnReplace replacing = (_, _, _, _, answer) -> answer;
    private OnIsEmpty asking = (_, answer) -> answer;
    private OnPage paging = (_, _, answer) -> answer;
    private OnRehash rehashing = (_, _, answer) -> answer;
    private OnRemove removing = (_, _, answer) -> answer;

    Spoilt(Users right) {
      this.right = right;
    }

    @Override
    public boolean isEmpty() {
      calls.note("isEmpty");
      return asking.answer(this, right.isEmpty());
    }

    @Override
    public UserPage page(UserPageRequest request) {
      calls.note("page");
      return paging.answer(this, request, right.page(request));
    }

    @Override
    public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
      calls.note("rehash");
      Rehashing answer = right.rehash(id, expected, next);
      if (answer instanceof Rehashed) {
        rehashed.add(id);
      }
      return rehashing.answer(this, new Rehash(id, expected, next), answer);
    }

    @Override
    public Optional<User> find(UserId id) {
      calls.note("find");
      Optional<User> answer = right.find(id);
      Optional<User> spoilt = finding.answer(this, id, answer);
      answer.ifPresent(user -> found.put(id, user));
      return spoilt;
    }

    @Override
    public Optional<Account> findAccount(UserId id) {
      calls.note("findAccount");
      Optional<Account> answer = right.findAccount(id);
      Optional<Account> spoilt = findingAccount.answer(this, id, answer);
      answer.ifPresent(account -> foundAccounts.put(id, account));
      return spoilt;
    }

    @Override
    public Optional<Account> findAccount(EmailKey email) {
      calls.note("findAccount");
      return findingByEmail.answer(this, email, right.findAccount(email));
    }

    @Override
    public Addition add(Account account) {
      calls.note("add");
      Addition answer = right.add(keeping.apply(account));
      Addition spoilt = adding.answer(this, account, answer);
      offered.put(account.user().id(), account);
      if (answer instanceof Added) {
        kept.put(account.user().id(), account.user());
      }
      return spoilt;
    }

    @Override
    public Replacement replace(User user, Version expected) {
      calls.note("replace");
      Optional<User> before = Optional.ofNullable(kept.get(user.id()));
      Replacement answer = right.replace(user, expected);
      Replacement spoilt = replacing.answer(this, user, before, expected, answer);
      if (answer instanceof Replaced) {
        before
            .filter(it -> !it.email().key().equals(user.email().key()))
            .ifPresent(it -> left.put(it.email().key(), it.id()));
        kept.put(user.id(), user);
      }
      return spoilt;
    }

    @Override
    public Removal remove(UserId id) {
      calls.note("remove");
      Removal answer = right.remove(id);
      Removal spoilt = removing.answer(this, id, answer);
      Optional.ofNullable(kept.remove(id)).ifPresent(it -> left.put(it.email().key(), id));
      return spoilt;
    }
  }
}

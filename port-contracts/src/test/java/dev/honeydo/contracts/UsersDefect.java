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
import java.util.function.UnaryOperator;

/** What is wrong with a double of users: each part changes what one method answers or keeps. */
record UsersDefect(
    UnaryOperator<Account> keeping,
    OnFind finding,
    OnFindAccount findingAccount,
    OnFindByEmail findingByEmail,
    OnAdd adding,
    OnReplace replacing,
    OnRemove removing)
    implements UnaryOperator<Users> {
  static final UsersDefect NONE =
      new UsersDefect(
          account -> account,
          (_, _, answer) -> answer,
          (_, _, answer) -> answer,
          (_, _, answer) -> answer,
          (_, _, answer) -> answer,
          (_, _, _, _, answer) -> answer,
          (_, _, answer) -> answer);

  static UsersDefect keeping(UnaryOperator<Account> it) {
    return new UsersDefect(
        it,
        NONE.finding,
        NONE.findingAccount,
        NONE.findingByEmail,
        NONE.adding,
        NONE.replacing,
        NONE.removing);
  }

  static UsersDefect finding(OnFind it) {
    return new UsersDefect(
        NONE.keeping,
        it,
        NONE.findingAccount,
        NONE.findingByEmail,
        NONE.adding,
        NONE.replacing,
        NONE.removing);
  }

  static UsersDefect findingAccount(OnFindAccount it) {
    return new UsersDefect(
        NONE.keeping,
        NONE.finding,
        it,
        NONE.findingByEmail,
        NONE.adding,
        NONE.replacing,
        NONE.removing);
  }

  static UsersDefect findingByEmail(OnFindByEmail it) {
    return new UsersDefect(
        NONE.keeping,
        NONE.finding,
        NONE.findingAccount,
        it,
        NONE.adding,
        NONE.replacing,
        NONE.removing);
  }

  static UsersDefect adding(OnAdd it) {
    return new UsersDefect(
        NONE.keeping,
        NONE.finding,
        NONE.findingAccount,
        NONE.findingByEmail,
        it,
        NONE.replacing,
        NONE.removing);
  }

  static UsersDefect replacing(OnReplace it) {
    return new UsersDefect(
        NONE.keeping,
        NONE.finding,
        NONE.findingAccount,
        NONE.findingByEmail,
        NONE.adding,
        it,
        NONE.removing);
  }

  static UsersDefect removing(OnRemove it) {
    return new UsersDefect(
        NONE.keeping,
        NONE.finding,
        NONE.findingAccount,
        NONE.findingByEmail,
        NONE.adding,
        NONE.replacing,
        it);
  }

  @Override
  public Users apply(Users right) {
    return new Spoilt(right, this);
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

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements Users {
    /** The right adapter. */
    final Users right;

    /** Who was added through this view, or refused, as they were then. */
    final Map<UserId, Account> offered = new ConcurrentHashMap<>();

    /** Who is kept, as far as this view knows. */
    final Map<UserId, User> kept = new ConcurrentHashMap<>();

    /** Who had each address that was removed or left through this view. */
    final Map<EmailKey, UserId> left = new ConcurrentHashMap<>();

    /** Who this view has found. */
    final Map<UserId, User> found = new ConcurrentHashMap<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private final UsersDefect defect;

    Spoilt(Users right, UsersDefect defect) {
      this.right = right;
      this.defect = defect;
    }

    @Override
    public boolean isEmpty() {
      return right.isEmpty();
    }

    @Override
    public UserPage page(UserPageRequest request) {
      return right.page(request);
    }

    @Override
    public Rehashing rehash(UserId id, PasswordHash expected, PasswordHash next) {
      return right.rehash(id, expected, next);
    }

    @Override
    public Optional<User> find(UserId id) {
      Optional<User> answer = right.find(id);
      Optional<User> spoilt = defect.finding.answer(this, id, answer);
      answer.ifPresent(user -> found.put(id, user));
      return spoilt;
    }

    @Override
    public Optional<Account> findAccount(UserId id) {
      return defect.findingAccount.answer(this, id, right.findAccount(id));
    }

    @Override
    public Optional<Account> findAccount(EmailKey email) {
      return defect.findingByEmail.answer(this, email, right.findAccount(email));
    }

    @Override
    public Addition add(Account account) {
      Addition answer = right.add(defect.keeping.apply(account));
      Addition spoilt = defect.adding.answer(this, account, answer);
      offered.put(account.user().id(), account);
      if (answer instanceof Added) {
        kept.put(account.user().id(), account.user());
      }
      return spoilt;
    }

    @Override
    public Replacement replace(User user, Version expected) {
      Optional<User> before = Optional.ofNullable(kept.get(user.id()));
      Replacement answer = right.replace(user, expected);
      Replacement spoilt = defect.replacing.answer(this, user, before, expected, answer);
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
      Removal answer = right.remove(id);
      Removal spoilt = defect.removing.answer(this, id, answer);
      Optional.ofNullable(kept.remove(id)).ifPresent(it -> left.put(it.email().key(), id));
      return spoilt;
    }
  }
}

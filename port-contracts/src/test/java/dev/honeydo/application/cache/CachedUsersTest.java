package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemoryUsers;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Users behind a cache are users, and each one's profile is asked for once. */
final class CachedUsersTest implements UsersContract {
  private final TestClock clock = new TestClock();
  private final Asked<Users> record = Asked.of(Users.class, new InMemoryUsers());
  private final InMemoryCache cache = new InMemoryCache(clock);
  private final FencedUsers fenced = new FencedUsers(record.port(), cache);
  private final CachedUsers cached = new CachedUsers(fenced, cache);

  @Override
  public Users users() {
    return cached;
  }

  @Override
  public Users anotherView() {
    return new CachedUsers(fenced, cache);
  }

  @Override
  public Users unreachable() {
    InMemoryUsers gone = new InMemoryUsers();
    gone.setAvailable(false);
    return new CachedUsers(new FencedUsers(gone, cache), cache);
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  @Test
  void aProfileIsAskedForOnceAndAnAccountEachTime() {
    Account account = Specimens.account();
    User user = account.user();
    assertThat(cached.find(user.id())).isEmpty();
    assertThat(fenced.add(account)).isEqualTo(new Users.Added());
    for (int i = 0; i < 3; i++) {
      assertThat(cached.find(user.id())).contains(user);
      assertThat(cached.findAccount(user.id())).contains(account);
      assertThat(cached.findAccount(user.email().key())).contains(account);
      assertThat(cached.isEmpty()).isFalse();
      assertThat(cached.page(new UserPageRequest(10, Optional.empty(), Optional.empty())).items())
          .containsExactly(user);
    }
    assertThat(record.times("find")).isEqualTo(2);
    assertThat(record.times("findAccount")).isEqualTo(6);
    assertThat(record.times("isEmpty")).isEqualTo(3);
    assertThat(record.times("page")).isEqualTo(3);
  }

  @Test
  void anotherPasswordLeavesTheProfileAlone() {
    Account account = Specimens.account();
    User user = account.user();
    assertThat(fenced.add(account)).isEqualTo(new Users.Added());
    assertThat(cached.find(user.id())).contains(user);
    PasswordHash next = new PasswordHash("another");
    assertThat(fenced.rehash(user.id(), account.passwordHash(), next))
        .isEqualTo(new Users.Rehashed());
    assertThat(cached.find(user.id())).contains(user);
    assertThat(record.times("find")).isEqualTo(1);
    assertThat(cached.findAccount(user.id()).orElseThrow().passwordHash()).isEqualTo(next);
  }

  @Test
  void whatWasReadBeforeAWriteAndArrivesAfterItIsNotKept() throws Exception {
    Account account = Specimens.account();
    User user = account.user();
    CompletableFuture<Optional<User>> nobody =
        record.pausedAfter("find", () -> cached.find(user.id()));
    assertThat(fenced.add(account)).isEqualTo(new Users.Added());
    record.goOn();
    assertThat(nobody.get()).isEmpty();

    User edited = user.edited(new UserName("Grace"), user.email(), clock.instant());
    CompletableFuture<Optional<User>> before =
        record.pausedAfter("find", () -> cached.find(user.id()));
    assertThat(fenced.replace(edited, user.version())).isEqualTo(new Users.Replaced());
    record.goOn();
    assertThat(before.get()).contains(user);

    CompletableFuture<Optional<User>> last =
        record.pausedAfter("find", () -> cached.find(user.id()));
    assertThat(fenced.remove(user.id())).isEqualTo(new Users.Removed());
    record.goOn();
    assertThat(last.get()).contains(edited);
    assertThat(cached.find(user.id())).isEmpty();
  }
}

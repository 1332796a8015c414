package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link RecordStoreProvider} must keep, beside {@link RecordStoreContract}. */
public interface RecordStoreProviderContract {

  /** The provider: the same one throughout a test. */
  RecordStoreProvider provider();

  /** What names a store of this test's own: the same one throughout a test, empty before it. */
  String uri();

  /** A URI of the provider's scheme that is malformed, and in which {@code secret} stands. */
  String malformed(String secret);

  /** A URI that is well-formed and names a store that cannot be opened. */
  String refused();

  @Test
  @DisplayName("PROVIDER-1 the scheme is one that a URI can begin with, in lower case")
  default void namesScheme() {
    assertThat(provider().scheme()).matches("[a-z][a-z0-9+.-]*");
  }

  @Test
  @DisplayName("PROVIDER-2 the service loader finds one provider of the scheme")
  default void isFound() {
    assertThat(ServiceLoader.load(RecordStoreProvider.class))
        .filteredOn(it -> it.scheme().equals(provider().scheme()))
        .hasSize(1);
  }

  @Test
  @DisplayName("PROVIDER-3 what was kept is there when the store is opened again")
  default void opensAgain() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    try (RecordStore store = provider().open(uri(), new TestClock())) {
      var _ = store.todos().add(owner, todo);
    }
    try (RecordStore store = provider().open(uri(), new TestClock())) {
      assertThat(store.todos().find(owner, todo.id())).contains(todo);
    }
  }

  @Test
  @DisplayName("PROVIDER-4 the store goes by the clock that it is opened with")
  default void goesByTheClock() {
    TestClock clock = new TestClock();
    try (RecordStore store = provider().open(uri(), clock)) {
      Session session = Specimens.session(Specimens.userId(), clock.instant());
      var _ = store.sessions().open(session, Specimens.tokenHash(), 10);
      assertThat(store.sessions().find(session.owner(), session.id())).isPresent();
      clock.elapse(Duration.between(clock.instant(), session.expiresAt()));
      assertThat(store.sessions().find(session.owner(), session.id())).isEmpty();
    }
  }

  @Test
  @DisplayName("PROVIDER-5 what is malformed is refused in words that repeat nothing of it")
  default void refusesMalformed() {
    String secret = "s3cret-of-the-uri";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().open(malformed(secret), new TestClock()))
        .satisfies(it -> assertThat(it.getMessage()).isNotBlank().doesNotContain(secret));
  }

  @Test
  @DisplayName("PROVIDER-6 a store that cannot be opened is unavailable")
  default void saysWhenRefused() {
    assertThatThrownBy(() -> provider().open(refused(), new TestClock()))
        .isInstanceOf(PortUnavailable.class);
  }
}

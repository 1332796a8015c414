package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link RecordStore} must keep, beside the contracts of the ports that it gives. */
public interface RecordStoreContract {

  /**
   * A store that is open, and that the test may close. For it, it is {@link Specimens#NOW}, to the
   * hour at least.
   */
  RecordStore open();

  @Test
  @DisplayName("RECORD-1 what one port object keeps the next one of the same kind gives back")
  default void portsShareOneStore() {
    try (RecordStore store = open()) {
      Todo todo = Specimens.todo();
      Account account = Specimens.account();
      UserId owner = account.user().id();
      Session session = Specimens.session(owner, Specimens.NOW);
      RefreshFamily family = Specimens.family(owner, Specimens.NOW);

      Todos.Addition _ = store.todos().add(owner, todo);
      Users.Addition _ = store.users().add(account);
      Sessions.Opening _ = store.sessions().open(session, Specimens.tokenHash(), 1);
      RefreshFamilies.Founding _ = store.refreshFamilies().found(family);
      ClaimKey key = Specimens.claimKey();
      Fingerprint fingerprint = Specimens.fingerprint();
      Duration keep = Duration.ofHours(1);
      IdempotencyLedger.Claiming _ =
          store.idempotencyLedger().claim(key, fingerprint, Specimens.seed(), keep);
      RevokedTokens.Advance advance = store.revokedTokens().advance(owner);
      JobName job = Specimens.jobName();
      Fence fence = store.jobRuns().begin(job);
      UUID writer = UUID.randomUUID();
      UnheardWriters.Noted _ = store.unheardWriters().enter(writer, Specimens.NOW);

      assertThat(store.todos().find(owner, todo.id())).contains(todo);
      assertThat(store.users().find(owner)).contains(account.user());
      assertThat(store.sessions().find(owner, session.id())).contains(session);
      assertThat(store.refreshFamilies().end(owner, family.session()))
          .isEqualTo(new RefreshFamilies.Ending(1));
      assertThat(store.revokedTokens().epoch(owner)).isEqualTo(advance.epoch());
      assertThat(store.idempotencyLedger().claim(key, fingerprint, Specimens.seed(), keep))
          .isEqualTo(new IdempotencyLedger.InFlight());
      assertThat(store.jobRuns().begin(job)).isGreaterThan(fence);
      assertThat(store.unheardWriters().present(Specimens.NOW)).contains(writer);
    }
  }

  @Test
  @DisplayName("RECORD-2 an open store passes its own health probe")
  default void openStoreIsHealthy() {
    try (RecordStore store = open()) {
      assertThat(store.healthProbe().probe().operations()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("RECORD-3 the location is one short line that shows no credentials")
  default void locationIsFitToBeShown() {
    try (RecordStore store = open()) {
      assertThat(store.location()).matches("[\\x21-\\x7e]{1,255}");
      assertThat(store.location().replace("***:***@", "")).doesNotContain("@", "?");
    }
  }

  @Test
  @DisplayName("RECORD-4 once it is closed, every port that it gave is unavailable")
  default void closingEndsEveryPort() {
    RecordStore store = open();
    var users = store.users();
    var todos = store.todos();
    var sessions = store.sessions();
    var families = store.refreshFamilies();
    var tokens = store.revokedTokens();
    var ledger = store.idempotencyLedger();
    var jobs = store.jobRuns();
    var writers = store.unheardWriters();
    var probe = store.healthProbe();
    UserId somebody = Specimens.userId();
    SessionId session = new SessionId(Specimens.userId().value());

    store.close();

    Unreachable.reports("Users", "find", () -> users.find(somebody));
    Unreachable.reports("Todos", "find", () -> todos.find(somebody, Specimens.todoId()));
    Unreachable.reports("Sessions", "revoke", () -> sessions.revoke(somebody, session));
    Unreachable.reports("RefreshFamilies", "endAll", () -> families.endAll(somebody));
    Unreachable.reports("RevokedTokens", "epoch", () -> tokens.epoch(somebody));
    Unreachable.reports("IdempotencyLedger", "purge", () -> ledger.purge(1));
    Unreachable.reports("JobRuns", "begin", () -> jobs.begin(Specimens.jobName()));
    Unreachable.reports("UnheardWriters", "leave", () -> writers.leave(UUID.randomUUID()));
    Unreachable.reports("HealthProbe", "probe", probe::probe);
  }

  @Test
  @DisplayName("RECORD-5 closing it twice does nothing more")
  default void closesTwice() {
    RecordStore store = open();
    store.close();
    store.close();
    Unreachable.reports("Users", "find", () -> store.users().find(Specimens.userId()));
  }
}

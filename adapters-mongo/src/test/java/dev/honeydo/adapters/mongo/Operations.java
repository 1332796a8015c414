package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Every operation of every port, by name, each on things that nobody else has. */
final class Operations {
  private Operations() {}

  static Map<String, Callable<?>> of(MongoAdapters adapters) {
    Map<String, Callable<?>> all = new LinkedHashMap<>();
    users(adapters, all);
    todos(adapters, all);
    sessions(adapters, all);
    families(adapters, all);
    jobRuns(adapters, all);
    unheardWriters(adapters, all);
    revokedTokens(adapters, all);
    ledger(adapters, all);
    all.put("HealthProbe.probe", () -> adapters.healthProbe().probe());
    return all;
  }

  private static void users(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var users = adapters.users();
    Account account = Specimens.account();
    User user = account.user();
    all.put("Users.add", () -> users.add(account));
    all.put("Users.find", () -> users.find(user.id()));
    all.put("Users.findAccount", () -> users.findAccount(user.email().key()));
    all.put("Users.isEmpty", users::isEmpty);
    UserPageRequest some = new UserPageRequest(10, Optional.empty(), Optional.of("ada"));
    all.put("Users.page", () -> users.page(some));
    PasswordHash next = new PasswordHash("another");
    all.put("Users.rehash", () -> users.rehash(user.id(), account.passwordHash(), next));
    all.put("Users.replace", () -> users.replace(user, Version.FIRST));
    all.put("Users.remove", () -> users.remove(user.id()));
  }

  private static void todos(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var todos = adapters.todos();
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    PageRequest first = new PageRequest(10, Optional.empty());
    all.put("Todos.add", () -> todos.add(owner, todo));
    all.put("Todos.find", () -> todos.find(owner, todo.id()));
    all.put("Todos.owner", () -> todos.owner(todo.id()));
    all.put("Todos.page", () -> todos.page(owner, first));
    all.put("Todos.replace", () -> todos.replace(owner, todo, Version.FIRST));
    all.put("Todos.delete", () -> todos.delete(owner, todo.id(), Precondition.NONE, Specimens.NOW));
    SearchTerms terms = SearchTerms.of("bread").orElseThrow();
    all.put("Todos.count", () -> todos.count(owner, TodoFilter.ALL));
    all.put("Todos.search", () -> todos.search(owner, terms, 10));
    all.put("Todos.statistics", () -> todos.statistics(owner, Specimens.NOW));
    all.put("Todos.deleteCompleted", () -> todos.deleteCompleted(owner, Specimens.NOW));
    all.put("Todos.changes", () -> todos.changes(owner, Optional.empty(), 10));
    all.put("Todos.purge", () -> todos.purge(Specimens.NOW, 10));
    all.put("Todos.deleteAll", () -> todos.deleteAll(owner));
  }

  private static void sessions(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var sessions = adapters.sessions();
    Session session = Specimens.session(Specimens.userId(), Specimens.NOW);
    UserId owner = session.owner();
    all.put("Sessions.open", () -> sessions.open(session, Specimens.tokenHash(), 10));
    all.put("Sessions.find", () -> sessions.find(owner, session.id()));
    all.put("Sessions.lastSeen", () -> sessions.lastSeen(10));
    all.put("Sessions.list", () -> sessions.list(owner));
    all.put(
        "Sessions.annotate",
        () -> sessions.annotate(owner, session.id(), session.data(), SessionData.NONE));
    all.put("Sessions.rekey", () -> sessions.rekey(owner, session.id(), Specimens.tokenHash()));
    all.put("Sessions.revokeOthers", () -> sessions.revokeOthers(owner, session.id()));
    all.put("Sessions.purge", () -> sessions.purge(10));
    all.put("Sessions.touch", () -> sessions.touch(owner, session.id(), Specimens.NOW));
    all.put("Sessions.revoke", () -> sessions.revoke(owner, session.id()));
    all.put("Sessions.revokeAll", () -> sessions.revokeAll(owner));
  }

  private static void families(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var families = adapters.refreshFamilies();
    RefreshFamily family = Specimens.family(Specimens.userId(), Specimens.NOW);
    all.put("RefreshFamilies.found", () -> families.found(family));
    all.put("RefreshFamilies.rotate", () -> families.rotate(new RefreshLink(family.id(), 0)));
    all.put("RefreshFamilies.end", () -> families.end(family.owner(), family.session()));
    all.put("RefreshFamilies.endAll", () -> families.endAll(family.owner()));
    all.put(
        "RefreshFamilies.endOthers", () -> families.endOthers(family.owner(), family.session()));
    all.put("RefreshFamilies.purge", () -> families.purge(10));
  }

  private static void ledger(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var ledger = adapters.idempotencyLedger();
    var claim = new IdempotencyLedger.Claim(Specimens.claimKey(), Specimens.seed(), 1);
    all.put(
        "IdempotencyLedger.claim",
        () ->
            ledger.claim(
                Specimens.claimKey(),
                Specimens.fingerprint(),
                Specimens.seed(),
                Duration.ofHours(1)));
    all.put("IdempotencyLedger.complete", () -> ledger.complete(claim, Specimens.storedAnswer()));
    all.put("IdempotencyLedger.abandon", () -> ledger.abandon(claim));
    all.put("IdempotencyLedger.withdraw", () -> ledger.withdraw(claim));
    all.put("IdempotencyLedger.purge", () -> ledger.purge(10));
  }

  private static void revokedTokens(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var revoked = adapters.revokedTokens();
    UserId owner = Specimens.userId();
    TokenId token = Specimens.tokenId();
    all.put("RevokedTokens.revoke", () -> revoked.revoke(owner, token, Specimens.NOW));
    all.put("RevokedTokens.standing", () -> revoked.standing(owner, token));
    all.put("RevokedTokens.epoch", () -> revoked.epoch(owner));
    all.put("RevokedTokens.advance", () -> revoked.advance(owner));
    all.put("RevokedTokens.purge", () -> revoked.purge(10));
  }

  private static void jobRuns(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var runs = adapters.jobRuns();
    JobName job = Specimens.jobName();
    all.put("JobRuns.begin", () -> runs.begin(job));
    all.put("JobRuns.finish", () -> runs.finish(job, new Fence(1), Specimens.NOW));
    all.put("JobRuns.lastFinished", () -> runs.lastFinished(job));
  }

  private static void unheardWriters(MongoAdapters adapters, Map<String, Callable<?>> all) {
    var writers = adapters.unheardWriters();
    UUID instance = UUID.randomUUID();
    all.put("UnheardWriters.enter", () -> writers.enter(instance, Specimens.NOW));
    all.put("UnheardWriters.leave", () -> writers.leave(instance));
    all.put("UnheardWriters.present", () -> writers.present(Specimens.NOW));
  }

  /** The names of the operations that are unavailable when all are tried at once. */
  static List<String> unavailable(MongoAdapters adapters) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<?>> running = new LinkedHashMap<>();
      of(adapters).forEach((name, operation) -> running.put(name, threads.submit(operation)));
      return running.entrySet().stream()
          .filter(it -> isUnavailable(it.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private static boolean isUnavailable(Future<?> outcome) {
    try {
      var _ = outcome.get();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PortUnavailable) {
        return true;
      }
      throw new AssertionError("no exception but PortUnavailable leaves a port", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

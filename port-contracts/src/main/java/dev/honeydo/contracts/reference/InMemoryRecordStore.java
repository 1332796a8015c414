package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RecordStore;
import java.time.InstantSource;

/** The reference adapters of everything that is durable, gone with this object. */
public final class InMemoryRecordStore implements RecordStore {
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryTodos todos = new InMemoryTodos();
  private final InMemorySessions sessions;
  private final InMemoryRefreshFamilies refreshFamilies;
  private final InMemoryRevokedTokens revokedTokens;
  private final InMemoryIdempotencyLedger idempotencyLedger;
  private final InMemoryJobRuns jobRuns = new InMemoryJobRuns();
  private final InMemoryUnheardWriters unheardWriters = new InMemoryUnheardWriters();
  private final InMemoryHealthProbe healthProbe = new InMemoryHealthProbe();

  /** An empty store that goes by {@code clock}. */
  public InMemoryRecordStore(InstantSource clock) {
    this.sessions = new InMemorySessions(clock);
    this.refreshFamilies = new InMemoryRefreshFamilies(clock);
    this.revokedTokens = new InMemoryRevokedTokens(clock);
    this.idempotencyLedger = new InMemoryIdempotencyLedger(clock);
  }

  @Override
  public InMemoryUsers users() {
    return users;
  }

  @Override
  public InMemoryTodos todos() {
    return todos;
  }

  @Override
  public InMemorySessions sessions() {
    return sessions;
  }

  @Override
  public InMemoryRefreshFamilies refreshFamilies() {
    return refreshFamilies;
  }

  @Override
  public InMemoryRevokedTokens revokedTokens() {
    return revokedTokens;
  }

  @Override
  public InMemoryIdempotencyLedger idempotencyLedger() {
    return idempotencyLedger;
  }

  @Override
  public InMemoryJobRuns jobRuns() {
    return jobRuns;
  }

  @Override
  public InMemoryUnheardWriters unheardWriters() {
    return unheardWriters;
  }

  @Override
  public InMemoryHealthProbe healthProbe() {
    return healthProbe;
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public void close() {
    users.setAvailable(false);
    todos.setAvailable(false);
    sessions.setAvailable(false);
    refreshFamilies.setAvailable(false);
    revokedTokens.setAvailable(false);
    idempotencyLedger.setAvailable(false);
    jobRuns.setAvailable(false);
    unheardWriters.setAvailable(false);
    healthProbe.setAvailable(false);
  }
}

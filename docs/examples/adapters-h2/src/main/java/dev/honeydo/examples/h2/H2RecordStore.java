package dev.honeydo.examples.h2;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.application.port.Users;
import java.time.InstantSource;

/** The ports over one database. */
final class H2RecordStore implements RecordStore {
  private final Database database;
  private final InstantSource clock;

  H2RecordStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Users users() {
    return new H2Users(database);
  }

  @Override
  public Todos todos() {
    return new H2Todos(database);
  }

  @Override
  public Sessions sessions() {
    return new H2Sessions(database, clock);
  }

  @Override
  public RefreshFamilies refreshFamilies() {
    return new H2RefreshFamilies(database, clock);
  }

  @Override
  public RevokedTokens revokedTokens() {
    return new H2RevokedTokens(database, clock);
  }

  @Override
  public IdempotencyLedger idempotencyLedger() {
    return new H2IdempotencyLedger(database, clock);
  }

  @Override
  public JobRuns jobRuns() {
    return new H2JobRuns(database);
  }

  @Override
  public UnheardWriters unheardWriters() {
    return new H2UnheardWriters(database);
  }

  @Override
  public HealthProbe healthProbe() {
    return new H2HealthProbe(database);
  }

  /**
   * Says no more than what kind of store it is: paths can hold anything, and are nobody's business.
   */
  @Override
  public String location() {
    return "h2:file";
  }

  @Override
  public void close() {
    database.close();
  }
}

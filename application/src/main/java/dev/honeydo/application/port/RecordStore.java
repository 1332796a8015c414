package dev.honeydo.application.port;

/**
 * Whatever keeps the record: the ports that are durable, opened together and closed together.
 *
 * <p>Each method gives a port that is good until {@link #close}; from then on every call of every
 * port throws {@link PortUnavailable}.
 *
 * <p>Thread-safe.
 */
public interface RecordStore extends AutoCloseable {

  /** Who has registered. */
  Users users();

  /** What is to be done. */
  Todos todos();

  /** Who is logged in. */
  Sessions sessions();

  /** The chains of refresh tokens. */
  RefreshFamilies refreshFamilies();

  /** The access tokens that are dead before their time. */
  RevokedTokens revokedTokens();

  /** What was asked for once and for all. */
  IdempotencyLedger idempotencyLedger();

  /** The runs of jobs that one instance does for all. */
  JobRuns jobRuns();

  /** The instances whose writes others do not hear of. */
  UnheardWriters unheardWriters();

  /** What tries the store. */
  HealthProbe healthProbe();

  /** Where the store is, fit to be shown to anybody: no user name, no password, no option. */
  String location();

  /** Closes the store and lets go of what it holds; closing it again does nothing. */
  @Override
  void close();
}

package dev.honeydo.bootstrap;

import dev.honeydo.adapters.http.HttpServer;
import dev.honeydo.adapters.security.Argon2Cost;
import dev.honeydo.adapters.security.SecurityAdapters;
import dev.honeydo.adapters.security.SecuritySettings;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.job.RunJob;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.bootstrap.config.Config;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;

/** The running service. Closed once, from any thread. */
final class Honeydo implements AutoCloseable {
  /** How often the file of signing keys is looked at. */
  private static final Duration KEY_CHECKS = Duration.ofSeconds(1);

  /** A trial of the embedded record is a write to the disk, and its disk seldom goes away. */
  private static final int EMBEDDED_ROUNDS = 15;

  /** How long clients have to take their next request elsewhere. */
  private static final Duration LAST_CALL = Duration.ofMillis(500);

  private final Resources resources;
  private final HttpServer server;
  private final URI address;

  private Honeydo(Resources resources, HttpServer server, URI address) {
    this.resources = resources;
    this.server = server;
    this.address = address;
  }

  /**
   * Starts it as configured.
   *
   * @throws StartFailed when something outside is in the way; all that was opened is closed again
   */
  static Honeydo start(Config config, InstantSource clock) {
    Resources resources = new Resources();
    try {
      // The record is first: opening it is what keeps a second process out of the data directory.
      RecordStore record = resources.opened(Records.open(config, clock));
      return start(config, record, clock, resources);
    } catch (RuntimeException failed) {
      closeAfter(failed, resources);
      throw failed;
    }
  }

  /** Starts it over a record that is open; closes {@code resources} when it is closed. */
  static Honeydo start(
      Config config, RecordStore record, InstantSource clock, Resources resources) {
    Keys keys = Keys.of(config);
    SecurityAdapters security =
        resources.opened(SecurityAdapters.open(securitySettings(config, keys), clock));
    Metrics metrics = resources.opened(Metrics.start());
    Shared shared =
        Shared.open(
            config, security.ids(), record.unheardWriters(), metrics.ofReads(), clock, resources);
    HealthQueries health =
        new HealthQueries(Parts.of(config, record, shared), Parts.capabilities(shared), clock);
    metrics.show(record, shared, health);
    HttpServer server =
        resources.opened(Wiring.wire(config, record, security, shared, health, metrics, clock));
    try {
      server.start();
    } catch (UncheckedIOException taken) {
      String where = config.http().host() + ":" + config.http().port();
      throw new StartFailed(
          "it cannot listen on " + where + "; set HOST and PORT to an address that is free", taken);
    }
    watch(config, health, clock, resources);
    beginBackgroundWork(config, keys, record, shared, clock, security, resources);
    return new Honeydo(resources, server, address(config, server));
  }

  /** Where clients on this machine reach it. */
  URI address() {
    return address;
  }

  /** Lets clients hear that it is about to end, then closes. */
  void stop() {
    try {
      server.drain(LAST_CALL);
    } finally {
      close();
    }
  }

  /** Answers what it has accepted, then closes everything in reverse. */
  @Override
  public void close() {
    synchronized (resources) {
      resources.close();
    }
  }

  private static void watch(
      Config config, HealthQueries health, InstantSource clock, Resources resources) {
    boolean onDisk = config.storage() instanceof Config.Embedded;
    HealthWatch watch = new HealthWatch(health, clock, onDisk ? EMBEDDED_ROUNDS : 1);
    var _ = resources.opened(Periodic.begin("health", HealthWatch.ROUND, HealthWatch.ROUND, watch));
  }

  private static void beginBackgroundWork(
      Config config,
      Keys keys,
      RecordStore record,
      Shared shared,
      InstantSource clock,
      SecurityAdapters security,
      Resources resources) {
    keys.watch(security::rotate)
        .ifPresent(watch ->
            resources.opened(Periodic.begin("signing-keys", KEY_CHECKS, KEY_CHECKS, watch)));
    int users = config.copies().warmUp();
    if (users > 0) {
      resources.opened(Once.begin("warm-up", new WarmingUp(Wiring.warmUp(record, shared), users)));
    }
    Duration interval = config.auth().cleanupInterval();
    if (interval.isPositive()) {
      // Instances that are started together do not all begin at once.
      long tenth = Math.max(1, interval.toMillis() / 10);
      long later = Math.floorMod(security.ids().next().getLeastSignificantBits(), tenth);
      RunJob runJob = new RunJob(shared.locks(), record.jobRuns(), clock, RunJob.LEASE);
      // Asked more often than it is due, since it is due an interval after some instance ended it.
      resources.opened(
          Periodic.begin(
              "cleanup",
              interval.plusMillis(later),
              Duration.ofMillis(Math.max(1, interval.toMillis() / 4)),
              new Cleanup(runJob, Wiring.purgeExpired(record, clock), interval)));
    }
  }

  private static SecuritySettings securitySettings(Config config, Keys keys) {
    return new SecuritySettings(
        keys.present(), config.auth().issuer(), Argon2Cost.RECOMMENDED, concurrentHashes());
  }

  /** One for each processor, as long as they need no more than a quarter of the heap. */
  private static int concurrentHashes() {
    Runtime runtime = Runtime.getRuntime();
    long bytesEach = Argon2Cost.RECOMMENDED.memoryKib() * 1024L;
    long roomFor = runtime.maxMemory() / 4 / bytesEach;
    return Math.clamp(roomFor, 1, runtime.availableProcessors());
  }

  private static URI address(Config config, HttpServer server) {
    String host = config.http().host();
    boolean local = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::");
    try {
      return new URI("http", null, local ? "localhost" : host, server.port(), null, null, null);
    } catch (URISyntaxException unwritable) {
      throw new StartFailed("HOST must be an address that can stand in a URL", unwritable);
    }
  }

  private static void closeAfter(RuntimeException failed, Resources resources) {
    try {
      resources.close();
    } catch (RuntimeException second) {
      failed.addSuppressed(second);
    }
  }
}

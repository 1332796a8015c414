package dev.honeydo.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.PoolUse;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.application.port.Users;
import java.time.InstantSource;
import java.util.List;

/**
 * The record in a MongoDB database (4.2 or newer), over one pool of connections.
 *
 * <p>Writes are acknowledged by a majority, with journal; reads see what a majority has, from the
 * primary. Each change is one write to one document, so that none needs a transaction: a standalone
 * server will do, a replica set survives the loss of a machine. The one exception is {@link
 * Todos#deleteAll}, which a failure may cut off half way and which is then to be repeated.
 *
 * <p>Time is the given clock's. The TTL indexes only sweep out what has long been invisible.
 *
 * <p>Thread-safe. Once closed, every port is unavailable.
 */
public final class MongoAdapters implements RecordStore {
  private final Connection connection;
  private final PoolWatch pool;
  private final String maskedUrl;
  private final Users users;
  private final Todos todos;
  private final Sessions sessions;
  private final RefreshFamilies refreshFamilies;
  private final RevokedTokens revokedTokens;
  private final IdempotencyLedger idempotencyLedger;
  private final JobRuns jobRuns;
  private final UnheardWriters unheardWriters;
  private final HealthProbe healthProbe;

  /**
   * Where the record is.
   *
   * @param uri a connection string ({@code mongodb://} or {@code mongodb+srv://}); its options
   *     hold, except those on write concern, read concern, read preference and UUIDs
   * @param database which database, whatever the connection string says
   * @param todoCollection where todos are kept
   * @param userCollection where users are kept
   */
  public record Config(String uri, String database, String todoCollection, String userCollection) {
    /** The collections that are the adapters' own, whose names todos and users cannot have. */
    public static final List<String> RESERVED = Layout.OWN;

    /** Checks that the names are ones, and that no two collections are one. */
    public Config {
      MongoNamespace.checkDatabaseNameValidity(database);
      MongoNamespace.checkCollectionNameValidity(todoCollection);
      MongoNamespace.checkCollectionNameValidity(userCollection);
      if (todoCollection.equals(userCollection)
          || Layout.OWN.contains(todoCollection)
          || Layout.OWN.contains(userCollection)) {
        throw new IllegalArgumentException(
            "todos and users each need a collection of their own, none of " + Layout.OWN);
      }
    }

    /** Says nothing of the connection string, which may hold a password. */
    @Override
    public String toString() {
      return "Config[database="
          + database
          + ", todoCollection="
          + todoCollection
          + ", userCollection="
          + userCollection
          + "]";
    }
  }

  private MongoAdapters(
      Connection connection, PoolWatch pool, Layout layout, String maskedUrl, InstantSource clock) {
    this.connection = connection;
    this.pool = pool;
    this.maskedUrl = maskedUrl;
    this.users = new MongoUsers(connection, layout.users());
    this.todos = new MongoTodos(connection, layout.todos(), layout.todoChanges());
    this.sessions = new MongoSessions(connection, layout.sessions(), clock);
    this.refreshFamilies = new MongoRefreshFamilies(connection, layout.refreshFamilies(), clock);
    this.revokedTokens = new MongoRevokedTokens(connection, layout.revokedTokens(), clock);
    this.idempotencyLedger = new MongoIdempotencyLedger(connection, layout.idempotency(), clock);
    this.jobRuns = new MongoJobRuns(connection, layout.jobRuns());
    this.unheardWriters = new MongoUnheardWriters(connection, layout.unheardWriters());
    this.healthProbe = new MongoHealthProbe(connection, layout.database(), layout.health(), clock);
  }

  /**
   * Opens the record and sees to its indexes.
   *
   * <p>A server that is down neither hinders this nor delays it by more than a second: every port
   * is then unavailable until it is up, and the first call afterwards makes the indexes. Only the
   * name of a {@code mongodb+srv} string has to resolve.
   *
   * @throws IllegalArgumentException when {@code uri} is no connection string; the message repeats
   *     nothing of it
   * @throws PortUnavailable when the server is there and refuses, which will not pass by itself: it
   *     does not admit this user, say, or what it holds does not fit the indexes
   */
  public static MongoAdapters open(Config config, InstantSource clock) {
    ConnectionString uri = parsed(config.uri());
    PoolWatch pool = new PoolWatch();
    MongoClient client = MongoClients.create(ClientSettings.of(uri, pool));
    Layout layout = Layout.of(client.getDatabase(config.database()), config);
    Connection connection = new Connection(client, new Indexes(layout::createIndexes));
    try {
      connection.prepare();
    } catch (RuntimeException refused) {
      connection.close();
      throw refused;
    }
    return new MongoAdapters(connection, pool, layout, MaskedUrl.of(uri), clock);
  }

  /**
   * What can be said of the server and the database, for whoever runs them; changes nothing there.
   *
   * @throws IllegalArgumentException when {@code uri} is no connection string
   */
  public static List<Finding> examine(Config config, InstantSource clock) {
    try {
      return Examination.of(parsed(config.uri()), config, clock);
    } catch (PortUnavailable unresolved) {
      return List.of(Finding.fail("mongodb", "the name in DB_URI cannot be resolved"));
    }
  }

  private static ConnectionString parsed(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException malformed) {
      // Its message quotes parts of the string, and a password may be among them.
      throw new IllegalArgumentException(
          "not a MongoDB connection string; right would be, for example,"
              + " mongodb://user:password@host:27017/?replicaSet=rs0 with user and password"
              + " percent-encoded");
    } catch (MongoException unresolved) {
      throw new PortUnavailable("MongoDB", "open", unresolved);
    }
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Todos todos() {
    return todos;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public RefreshFamilies refreshFamilies() {
    return refreshFamilies;
  }

  @Override
  public RevokedTokens revokedTokens() {
    return revokedTokens;
  }

  @Override
  public IdempotencyLedger idempotencyLedger() {
    return idempotencyLedger;
  }

  @Override
  public JobRuns jobRuns() {
    return jobRuns;
  }

  @Override
  public UnheardWriters unheardWriters() {
    return unheardWriters;
  }

  /** Tries {@code ping}, {@code insert}, {@code find} and {@code delete}. */
  @Override
  public HealthProbe healthProbe() {
    return healthProbe;
  }

  /** Where the record is, fit to be shown: scheme and hosts, credentials as {@code ***:***}. */
  @Override
  public String location() {
    return maskedUrl;
  }

  /** Whether the server is asked at all; it is left alone for a moment once it failed too often. */
  public boolean isCircuitClosed() {
    return connection.isCircuitClosed();
  }

  /** How busy the connections are; as many as {@code most} may go to each server. */
  public PoolUse pool() {
    return pool.inUse();
  }

  /** Closes all connections. Calls under way may fail as unavailable. */
  @Override
  public void close() {
    connection.close();
  }
}

package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** The record in a database of its own on some server; closing it removes the database. */
final class Installation implements AutoCloseable {
  private final TestServer server;
  private final String name = "honeydo_test_" + UUID.randomUUID().toString().replace("-", "");
  private final InstantSource clock;
  private final Deque<MongoAdapters> opened = new ArrayDeque<>();
  private final MongoAdapters adapters;

  Installation(TestServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.adapters = another();
  }

  MongoAdapters adapters() {
    return adapters;
  }

  /** The same record as another instance of the service has it. */
  MongoAdapters another() {
    MongoAdapters another = MongoAdapters.open(config(server.uri(), name), clock);
    opened.push(another);
    return another;
  }

  /** The same record, opened once nobody has it open. */
  MongoAdapters reopened() {
    opened.forEach(MongoAdapters::close);
    return another();
  }

  /** The same record over connections that are closed. */
  MongoAdapters unreachable() {
    MongoAdapters closed = another();
    closed.close();
    return closed;
  }

  /** What is stored, past the adapters. */
  MongoDatabase database() {
    return server.client().getDatabase(name);
  }

  static MongoAdapters.Config config(String uri, String database) {
    return new MongoAdapters.Config(uri, database, "todos", "users");
  }

  @Override
  public void close() {
    opened.forEach(MongoAdapters::close);
    database().drop();
  }
}

package dev.honeydo.adapters.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server in this JVM that speaks MongoDB's protocol and keeps everything in memory. */
final class JvmServer implements AutoCloseable {
  private final OrderlyBackend backend = new OrderlyBackend();
  private final MongoServer server = new MongoServer(backend);
  private final int port;

  /** A server on {@code port}, or on any that is free where that is 0. */
  JvmServer(int port) {
    server.bind("127.0.0.1", port);
    this.port = server.getLocalAddress().getPort();
  }

  int port() {
    return port;
  }

  String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** The commands of that name that have come in so far. */
  List<Document> received(String command) {
    return backend.received.stream().filter(it -> it.containsKey(command)).toList();
  }

  /** All commands that have come in so far. */
  List<Document> received() {
    return List.copyOf(backend.received);
  }

  /** Breaks all connections and gives the port back. */
  void stop() {
    server.shutdownNow();
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * One command at a time, each answered with a copy. As it comes, the server changes documents in
   * place while it encodes them for others, who then see halves of two versions.
   */
  private static final class OrderlyBackend extends MemoryBackend {
    private final List<Document> received = new CopyOnWriteArrayList<>();

    @Override
    public synchronized Document handleMessage(MongoMessage message) {
      received.add(message.getDocument());
      return super.handleMessage(message).cloneDeeply();
    }
  }
}

package dev.honeydo.benchmarks.peer;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A server that speaks MongoDB's protocol and keeps everything in memory. */
public final class MongoInMemory {
  private MongoInMemory() {}

  /** Serves; its argument is a port. */
  public static void main(String[] arguments) throws InterruptedException {
    Quiet.please();
    MongoServer server = new MongoServer(new MemoryBackend());
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    Thread.currentThread().join();
  }
}

package dev.honeydo.bootstrap;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * One command at a time, each answered with a copy. As it comes, the server changes documents in
 * place while it encodes them for others, who then see halves of two versions.
 */
final class OrderlyBackend extends MemoryBackend {
  @Override
  public synchronized Document handleMessage(MongoMessage message) {
    return super.handleMessage(message).cloneDeeply();
  }
}

package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.RecordStoreContract;
import dev.honeydo.contracts.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoRecordStoreTest implements RecordStoreContract {
  private final Installation installation;

  MongoRecordStoreTest(TestServer server) {
    this.installation = new Installation(server, new TestClock());
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public RecordStore open() {
    return installation.another();
  }
}

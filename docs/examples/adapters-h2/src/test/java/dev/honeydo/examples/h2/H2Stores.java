package dev.honeydo.examples.h2;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;

/** Two stores open on one file, and others closed; opened as Honeydo opens them. */
final class H2Stores implements AutoCloseable {
  private final TestClock clock = new TestClock();
  private final Path directory;
  private RecordStore one;
  private final RecordStore another;

  H2Stores(Path directory) {
    this.directory = directory;
    this.one = open("record");
    this.another = open("record");
  }

  RecordStore one() {
    return one;
  }

  RecordStore another() {
    return another;
  }

  /** The store on that file, once both were closed. */
  RecordStore reopened() {
    close();
    one = open("record");
    return one;
  }

  /** A store that was open and is not, on a file of its own. */
  RecordStore closed() {
    RecordStore store = open("closed");
    store.close();
    return store;
  }

  TestClock clock() {
    return clock;
  }

  @Override
  public void close() {
    one.close();
    another.close();
  }

  private RecordStore open(String name) {
    return new H2RecordStoreProvider().open("h2:" + directory.resolve(name), clock);
  }
}

package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PoolUse;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of the connections is what becomes of them. */
@Timeout(30)
final class PoolWatchTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final JvmServer server = new JvmServer(0);
  private final Relay relay = new Relay(server.port());

  @AfterEach
  void close() {
    relay.close();
    server.close();
  }

  @Test
  void whoIsAskingUsesAConnectionAndWhoComesTooManyWaits() throws InterruptedException {
    try (MongoAdapters adapters = open("/?maxPoolSize=2&timeoutMS=10000")) {
      find(adapters);
      awaitUse(adapters, new PoolUse(0, 1, 2, 0));
      List<Thread> callers = new ArrayList<>();
      relay.stall();
      try {
        callers.add(Thread.ofVirtual().start(() -> find(adapters)));
        awaitUse(adapters, new PoolUse(1, 0, 2, 0));
        // For the second a connection would have to be made, which is not until something passes.
        callers.add(Thread.ofVirtual().start(() -> find(adapters)));
        callers.add(Thread.ofVirtual().start(() -> find(adapters)));
        awaitUse(adapters, new PoolUse(1, 0, 2, 2));
      } finally {
        relay.flow();
      }
      for (Thread each : callers) {
        each.join();
      }
      PoolUse after = awaitQuiet(adapters);
      assertThat(after.idle()).isBetween(1, 2);
    }
  }

  @Test
  void aConnectionThatBreaksIsNoneAnyMoreAndNobodyIsCountedForEver() throws InterruptedException {
    try (MongoAdapters adapters = open("")) {
      find(adapters);
      awaitUse(adapters, new PoolUse(0, 1, 100, 0));
      relay.cut();
      assertThat(Operations.unavailable(adapters)).isNotEmpty();
      awaitUse(adapters, new PoolUse(0, 0, 100, 0));
      relay.mend();
      OutageTest.awaitHealth(adapters);
      assertThat(awaitQuiet(adapters).idle()).isPositive();
    }
  }

  @Test
  void whoGivesUpWaitingDoesNotCountAsWaiting() throws InterruptedException {
    try (MongoAdapters adapters = open("/?maxPoolSize=1")) {
      find(adapters);
      relay.stall();
      try {
        assertThat(Operations.unavailable(adapters)).isNotEmpty();
        awaitUse(adapters, new PoolUse(0, 0, 1, 0));
      } finally {
        relay.flow();
      }
    }
  }

  private MongoAdapters open(String options) {
    return MongoAdapters.open(
        Installation.config(relay.uri() + options, "honeydo"), new TestClock());
  }

  private static void find(MongoAdapters adapters) {
    assertThat(adapters.users().find(Specimens.userId())).isEmpty();
  }

  private static void awaitUse(MongoAdapters adapters, PoolUse expected) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!adapters.pool().equals(expected) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(adapters.pool()).isEqualTo(expected);
  }

  /** How it is once nobody asks or waits. */
  private static PoolUse awaitQuiet(MongoAdapters adapters) {
    long deadline = System.nanoTime() + SOON.toNanos();
    PoolUse use = adapters.pool();
    while ((use.used() > 0 || use.waiting() > 0) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      use = adapters.pool();
    }
    assertThat(use.used() + use.waiting()).isZero();
    return use;
  }
}

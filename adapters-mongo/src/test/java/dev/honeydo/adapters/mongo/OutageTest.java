package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls while the server cannot be reached, and afterwards. */
@Timeout(30)
final class OutageTest {
  /** The limit of an operation, and as much again for a machine that is busy with other things. */
  static final Duration SOON = Duration.ofSeconds(4);

  private final JvmServer server = new JvmServer(0);
  private final Relay relay = new Relay(server.port());
  private final MongoAdapters adapters =
      MongoAdapters.open(Installation.config(relay.uri(), "honeydo"), new TestClock());

  @AfterEach
  void close() {
    adapters.close();
    relay.close();
    server.close();
  }

  @Test
  void everyOperationWorksBeforehand() throws InterruptedException {
    assertThat(Operations.unavailable(adapters)).isEmpty();
  }

  @Test
  void everyOperationIsUnavailableSoonOnceConnectionsBreakAndWorksAgainAfterwards()
      throws InterruptedException {
    relay.cut();
    assertAllUnavailableSoon();
    relay.mend();
    assertRecovers();
  }

  @Test
  void everyOperationIsUnavailableSoonOnceNothingComesThroughAndWorksAgainAfterwards()
      throws InterruptedException {
    assertThat(Operations.unavailable(adapters)).isEmpty();
    relay.stall();
    try {
      assertAllUnavailableSoon();
    } finally {
      relay.flow();
    }
    assertRecovers();
  }

  @Test
  void aServerThatStopsAndStartsOnItsPortIsFoundAgain() throws InterruptedException {
    try (JvmServer first = new JvmServer(0);
        MongoAdapters own =
            MongoAdapters.open(Installation.config(first.uri(), "honeydo"), new TestClock())) {
      assertThat(Operations.unavailable(own)).isEmpty();
      first.stop();
      assertThat(Operations.unavailable(own)).containsExactlyElementsOf(names(own));
      try (var _ = new JvmServer(first.port())) {
        awaitHealth(own);
        assertThat(Operations.unavailable(own)).isEmpty();
      }
    }
  }

  @Test
  void everyOperationIsUnavailableOnceClosed() throws InterruptedException {
    adapters.close();
    assertThat(Operations.unavailable(adapters)).containsExactlyElementsOf(names(adapters));
    assertThatNoException().isThrownBy(adapters::close);
  }

  private void assertAllUnavailableSoon() throws InterruptedException {
    long start = System.nanoTime();
    assertThat(Operations.unavailable(adapters)).containsExactlyElementsOf(names(adapters));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private void assertRecovers() throws InterruptedException {
    awaitHealth(adapters);
    assertThat(Operations.unavailable(adapters)).isEmpty();
  }

  /** Tries until the record is there again: by itself, within 5 seconds. */
  static void awaitHealth(MongoAdapters adapters) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (System.nanoTime() < end) {
      try {
        var _ = adapters.healthProbe().probe();
        return;
      } catch (PortUnavailable stillDown) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("the record does not recover");
  }

  private static List<String> names(MongoAdapters adapters) {
    return List.copyOf(Operations.of(adapters).keySet());
  }
}

package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls while the server cannot be reached, and afterwards. */
@Timeout(30)
final class OutageTest {
  /** A second, and as much again for a machine that is busy with other things. */
  static final Duration SOON = Duration.ofSeconds(2);

  /** Less than looking whether the server is there takes when it is not, and as much again. */
  private static final Duration AT_ONCE = Duration.ofMillis(600);

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
        assertRecovers(own);
      }
    }
  }

  @Test
  void everyOperationIsUnavailableOnceClosed() throws InterruptedException {
    adapters.close();
    assertThat(Operations.unavailable(adapters)).containsExactlyElementsOf(names(adapters));
    assertThatNoException().isThrownBy(adapters::close);
  }

  @Test
  void callsFailAtOnceOnceManyHaveFoundNoServer() throws InterruptedException {
    relay.stall();
    try {
      assertAllUnavailableSoon();
      for (int count = 0; count < 200; count++) {
        long start = System.nanoTime();
        assertThatExceptionOfType(PortUnavailable.class)
            .isThrownBy(() -> adapters.users().find(Specimens.userId()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
      }
    } finally {
      relay.flow();
    }
    assertRecovers();
  }

  @Test
  void theProbeTellsThatTheServerIsThereWhileCallsAreStillKeptFromIt() throws InterruptedException {
    relay.cut();
    assertAllUnavailableSoon();
    relay.mend();
    awaitHealth(adapters);
    assertRecovers();
  }

  private void assertAllUnavailableSoon() throws InterruptedException {
    long start = System.nanoTime();
    assertThat(Operations.unavailable(adapters)).containsExactlyElementsOf(names(adapters));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private void assertRecovers() throws InterruptedException {
    assertRecovers(adapters);
  }

  private static void assertRecovers(MongoAdapters adapters) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!Operations.unavailable(adapters).isEmpty()) {
      assertThat(System.nanoTime()).as("the record recovers").isLessThan(end);
    }
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

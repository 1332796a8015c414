package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes are made before anything else happens, and once. */
@Timeout(10)
final class IndexesTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
  void areThereOnceOpened(TestServer server) {
    try (Installation installation = new Installation(server, new TestClock())) {
      assertThat(keys(installation, "users")).contains(new Document("emailKey", 1));
      assertThat(keys(installation, "todos"))
          .contains(
              new Document("owner", 1).append("createdAt", -1).append("_id", -1),
              new Document("owner", 1).append("updatedAt", 1).append("_id", 1),
              new Document("owner", 1).append("headingKey", 1).append("_id", 1),
              new Document("owner", 1).append("dueRising", 1).append("_id", 1),
              new Document("owner", 1).append("dueFalling", 1).append("_id", 1),
              new Document("owner", 1).append("rank", 1).append("_id", 1),
              new Document("owner", 1).append("words", 1),
              new Document("owner", 1).append("tags", 1),
              new Document("owner", 1).append("completed", 1),
              new Document("owner", 1).append("seq", 1),
              new Document("deletedAt", 1));
      assertThat(keys(installation, "sessions"))
          .contains(
              new Document("expiresAt", 1),
              new Document("sessions.expiresAt", 1),
              new Document("sessions.lastAccessedAt", -1));
      assertThat(keys(installation, "revoked_tokens")).contains(new Document("tokens.until", 1));
      assertThat(keys(installation, "refresh_families"))
          .contains(new Document("owner", 1).append("session", 1), new Document("endsAt", 1));
      assertThat(keys(installation, "idempotency")).contains(new Document("expiresAt", 1));
      assertThat(keys(installation, "health")).contains(new Document("at", 1));
    }
  }

  @Test
  void areMadeOnceHoweverManyComeAtOnce() {
    for (int round = 1; round <= 300; round++) {
      Indexes indexes = new Indexes(attempts::incrementAndGet);
      assertThat(Race.run(_ -> ensured(indexes))).containsOnly(true);
      assertThat(attempts).hasValue(round);
    }
  }

  @Test
  void areTriedAgainAfterAFailureByWhoComesNext() {
    Indexes indexes =
        new Indexes(() -> {
          if (attempts.incrementAndGet() < 3) {
            throw new MongoException("down");
          }
        });
    assertThatExceptionOfType(MongoException.class).isThrownBy(indexes::ensure).withMessage("down");
    assertThatExceptionOfType(MongoException.class).isThrownBy(indexes::ensure).withMessage("down");
    indexes.ensure();
    indexes.ensure();
    assertThat(attempts).hasValue(3);
  }

  @Test
  void thatCannotBeMadeFailWhoeverWaitsInOneAttempt() throws InterruptedException {
    CountDownLatch failing = new CountDownLatch(1);
    Indexes indexes =
        new Indexes(() -> {
          attempts.incrementAndGet();
          awaited(failing);
          throw new MongoException("down");
        });
    List<Thread> waiting = new ArrayList<>();
    AtomicInteger failed = new AtomicInteger();
    for (int i = 0; i < Race.CONTENDERS; i++) {
      waiting.add(Thread.ofVirtual().start(() -> failed.addAndGet(ensured(indexes) ? 0 : 1)));
    }
    for (Thread each : waiting) {
      while (each.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    failing.countDown();
    for (Thread each : waiting) {
      each.join();
    }
    assertThat(failed).hasValue(Race.CONTENDERS);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void thatTakeLongAreWaitedForNoLongerThanAnyOperation() {
    CountDownLatch building = new CountDownLatch(1);
    Indexes indexes = new Indexes(() -> awaited(building));
    assertThatThrownBy(indexes::ensure).isInstanceOf(MongoTimeoutException.class);
    building.countDown();
    indexes.ensure();
  }

  private static boolean ensured(Indexes indexes) {
    try {
      indexes.ensure();
      return true;
    } catch (MongoException down) {
      return false;
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Document> keys(Installation installation, String collection) {
    return installation
        .database()
        .getCollection(collection)
        .listIndexes()
        .map(it -> it.get("key", Document.class))
        .into(new ArrayList<>());
  }
}

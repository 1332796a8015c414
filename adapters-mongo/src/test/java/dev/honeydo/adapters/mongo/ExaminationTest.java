package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.Finding.Verdict;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of a MongoDB server to whoever runs it. */
@Timeout(30)
final class ExaminationTest {
  private static final InstantSource NOW = InstantSource.system();

  private static List<Finding> examined(String uri, InstantSource clock) {
    return MongoAdapters.examine(Installation.config(uri, "honeydo"), clock);
  }

  private static String says(List<Finding> findings, String subject, Verdict verdict) {
    return findings.stream()
        .filter(it -> it.subject().equals(subject) && it.verdict() == verdict)
        .map(Finding::says)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + verdict + " on " + subject + ": " + findings));
  }

  @Test
  void anEmptyServerIsWellAndGetsNoIndex() {
    try (JvmServer server = new JvmServer(0)) {
      List<Finding> findings = examined(server.uri(), NOW);
      assertThat(says(findings, "mongodb indexes", Verdict.OK)).contains("at the first start");
      assertThat(says(findings, "mongodb operations", Verdict.OK)).contains("insert");
      assertThat(server.received("createIndexes")).isEmpty();
    }
  }

  @Test
  void indexesThatAreThereOrMissingAreTold() {
    try (JvmServer server = new JvmServer(0);
        MongoAdapters _ = MongoAdapters.open(Installation.config(server.uri(), "honeydo"), NOW);
        var client = com.mongodb.client.MongoClients.create(server.uri())) {
      assertThat(says(examined(server.uri(), NOW), "mongodb indexes", Verdict.OK))
          .contains("all are there");

      client.getDatabase("honeydo").getCollection("users").dropIndex("email_key");
      assertThat(says(examined(server.uri(), NOW), "mongodb indexes", Verdict.WARN))
          .contains("users.email_key")
          .doesNotContain("todos.");
    }
  }

  @Test
  void aServerThatIsNotThereFails() {
    String uri;
    try (JvmServer server = new JvmServer(0)) {
      uri = server.uri().replace("mongodb://", "mongodb://ada:my-secret@");
    }
    List<Finding> findings = examined(uri, NOW);
    assertThat(findings).hasSize(1);
    assertThat(says(findings, "mongodb", Verdict.FAIL)).doesNotContain("my-secret", "ada");
  }

  @Test
  void clocksThatAreApartAreWarnedOf() {
    try (JvmServer server = new JvmServer(0)) {
      assertThat(says(examined(server.uri(), NOW), "clock", Verdict.OK)).contains("apart");
      InstantSource late = () -> NOW.instant().minusSeconds(60);
      assertThat(says(examined(server.uri(), late), "clock", Verdict.WARN)).contains("NTP");
    }
  }
}

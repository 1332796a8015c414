package dev.honeydo.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.honeydo.application.port.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Looks at a MongoDB server as those who run it would. It writes one document of nobody's and takes
 * it away again; it makes no index and moves no data.
 */
final class Examination {
  private static final Duration LEEWAY = Duration.ofSeconds(2);
  private static final String SERVER = "mongodb";

  private final Layout layout;
  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(Layout layout, InstantSource clock) {
    this.layout = layout;
    this.clock = clock;
  }

  static List<Finding> of(ConnectionString uri, MongoAdapters.Config config, InstantSource clock) {
    try (MongoClient client = MongoClients.create(ClientSettings.of(uri))) {
      Layout layout = Layout.of(client.getDatabase(config.database()), config);
      Examination examination = new Examination(layout, clock);
      examination.run(MaskedUrl.of(uri));
      return List.copyOf(examination.findings);
    }
  }

  private void run(String maskedUrl) {
    Instant asked = clock.instant();
    Document hello;
    try {
      // As old servers say hello, which new ones understand.
      hello = layout.database().runCommand(new Document("isMaster", 1));
    } catch (MongoException unreachable) {
      findings.add(unreachable(maskedUrl, unreachable));
      return;
    }
    findings.add(Finding.ok(SERVER, maskedUrl + " answers"));
    look("mongodb version", this::version);
    standing(hello);
    look("mongodb operations", this::operations);
    look("mongodb indexes", this::indexes);
    time(hello, asked);
  }

  private static Finding unreachable(String maskedUrl, MongoException failure) {
    boolean refused =
        failure instanceof MongoSecurityException
            || failure.getCause() instanceof MongoSecurityException
            || failure instanceof MongoCommandException;
    return Finding.fail(
        SERVER,
        refused
            ? maskedUrl
                + " refuses to talk ("
                + failure.getClass().getSimpleName()
                + "): see to user, password and authSource in DB_URI"
            : maskedUrl
                + " does not answer ("
                + failure.getClass().getSimpleName()
                + "): is it running, and are host, port and TLS right?");
  }

  private void look(String subject, Runnable looking) {
    try {
      looking.run();
    } catch (MongoException refused) {
      findings.add(
          Finding.fail(
              subject,
              "cannot be had ("
                  + refused.getClass().getSimpleName()
                  + "): see to what the user of DB_URI may do"));
    }
  }

  private void version() {
    String version =
        String.valueOf(layout.database().runCommand(new Document("buildInfo", 1)).get("version"));
    String[] parts = version.split("\\.", 3);
    int number = parts.length < 2 ? 0 : number(parts[0]) * 100 + number(parts[1]);
    findings.add(
        number >= 402
            ? Finding.ok("mongodb version", version)
            : Finding.fail("mongodb version", version + ": Honeydo needs 4.2 or newer"));
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private void standing(Document hello) {
    if (!hello.getBoolean("ismaster", true)) {
      findings.add(
          Finding.fail(
              "mongodb role", "is no primary, so it takes no writes: name the whole replica set"));
    } else if (hello.containsKey("setName")) {
      findings.add(Finding.ok("mongodb role", "primary of a replica set"));
    } else {
      findings.add(
          Finding.ok(
              "mongodb role", "a server of its own; a replica set survives a machine's loss"));
    }
  }

  private void operations() {
    Document mine = new Document("_id", new ObjectId());
    var _ = layout.health().insertOne(new Document(mine).append("at", Date.from(clock.instant())));
    boolean found = layout.health().find(mine).first() != null;
    boolean deleted = layout.health().deleteOne(mine).getDeletedCount() == 1;
    findings.add(
        found && deleted
            ? Finding.ok("mongodb operations", "insert, find and delete work")
            : Finding.fail("mongodb operations", "what was just written is not there"));
  }

  private void indexes() {
    Set<String> missing = new TreeSet<>();
    boolean any = false;
    for (Map.Entry<String, Set<String>> expected : layout.indexes().entrySet()) {
      Set<String> there = new TreeSet<>();
      for (Document index : layout.database().getCollection(expected.getKey()).listIndexes()) {
        there.add(index.getString("name"));
      }
      any |= expected.getValue().stream().anyMatch(there::contains);
      missing.addAll(
          expected.getValue().stream()
              .filter(it -> !there.contains(it))
              .map(it -> expected.getKey() + "." + it)
              .collect(Collectors.toSet()));
    }
    if (missing.isEmpty()) {
      findings.add(Finding.ok("mongodb indexes", "all are there"));
    } else if (any) {
      findings.add(
          Finding.warn(
              "mongodb indexes",
              String.join(", ", missing)
                  + " missing: the next start makes them, which takes a while"
                  + " where there is much data"));
    } else {
      findings.add(Finding.ok("mongodb indexes", "are made at the first start"));
    }
  }

  private void time(Document hello, Instant asked) {
    if (hello.get("localTime") instanceof Date there) {
      Duration apart = Duration.between(there.toInstant(), asked).abs();
      String says =
          String.format(Locale.ROOT, "%.1f s apart from MongoDB's", apart.toMillis() / 1_000.0);
      findings.add(
          apart.compareTo(LEEWAY) > 0
              ? Finding.warn("clock", says + ": let both be set by NTP")
              : Finding.ok("clock", says));
    }
  }
}

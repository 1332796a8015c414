package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.adapters.sqlite.SqliteAdapters;
import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.Finding.Verdict;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Environment;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import dev.honeydo.bootstrap.config.InvalidConfig;
import dev.honeydo.bootstrap.config.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Looks at everything that Honeydo needs, as it is configured, and says what there is and what to
 * do: one line for each thing, without a secret. Nothing is changed by it, and it may look at an
 * installation that is running.
 */
final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String CONFIGURATION = "configuration";

  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Prints what it finds.
   *
   * @param directory where a {@code .env} file may be
   * @return 0 where all is well, 1 where something should be done, 2 where something must be
   */
  static int run(
      Path directory, Map<String, String> environment, InstantSource clock, PrintStream out) {
    Doctor doctor = new Doctor(clock);
    try {
      doctor.examine(Config.from(Settings.read(directory, environment)));
    } catch (InvalidConfig wrong) {
      wrong
          .mistakes()
          .forEach(it -> doctor.findings.add(Finding.fail(CONFIGURATION, it.toString())));
    }
    doctor.findings.forEach(it -> out.println(line(it)));
    Verdict worst =
        doctor.findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElseThrow();
    out.println(summary(worst));
    return switch (worst) {
      case OK -> 0;
      case WARN -> 1;
      case FAIL -> 2;
    };
  }

  private static String line(Finding finding) {
    String mark = finding.verdict().name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "%-4s  %s: %s", mark, finding.subject(), finding.says());
  }

  private static String summary(Verdict worst) {
    return switch (worst) {
      case OK -> "All is well.";
      case WARN -> "Honeydo works; what is marked warn should be seen to.";
      case FAIL -> "What is marked fail must be put right.";
    };
  }

  private void examine(Config config) {
    findings.add(
        Finding.ok(
            CONFIGURATION,
            "is understood, for " + config.environment().name().toLowerCase(Locale.ROOT)));
    for (String notice : config.notices()) {
      findings.add(
          config.environment() == Environment.PRODUCTION
              ? Finding.warn(CONFIGURATION, notice)
              : Finding.ok(CONFIGURATION, notice));
    }
    signingKey(config);
    record(config);
    redis(config);
    port(config.http());
  }

  private void signingKey(Config config) {
    String subject = "signing key";
    if (config.auth().signingKey().isPresent()) {
      findings.add(Finding.ok(subject, "is set"));
      return;
    }
    SigningKeyFile file =
        config
            .auth()
            .signingKeyFile()
            .map(SigningKeyFile::at)
            .orElseGet(() -> SigningKeyFile.in(config.dataDirectory()));
    if (config.auth().signingKeyFile().isEmpty() && file.stamp().isEmpty()) {
      findings.add(Finding.ok(subject, "is made at the first start, in " + file.path()));
      return;
    }
    try {
      int others = file.read().previous().size();
      findings.add(Finding.ok(subject, file.path() + " has one, and " + others + " older ones"));
    } catch (SigningKeyFile.Unusable unusable) {
      findings.add(Finding.fail(subject, file.path() + " " + unusable.getMessage()));
    }
  }

  private void record(Config config) {
    try {
      switch (config.storage()) {
        case Embedded() -> findings.addAll(SqliteAdapters.examine(config.dataDirectory(), clock));
        case Mongo mongo -> findings.addAll(MongoAdapters.examine(Records.settings(mongo), clock));
        case Provided _ -> provided(config);
      }
    } catch (IllegalArgumentException wrong) {
      findings.add(Finding.fail("DB_URI", "is " + wrong.getMessage()));
    }
  }

  /** Of a record that others provide nothing is known but how to open it. */
  private void provided(Config config) {
    try (RecordStore record = Records.open(config, clock)) {
      List<String> operations = record.healthProbe().probe().operations();
      findings.add(
          Finding.ok("record", record.location() + ": " + String.join(", ", operations) + " work"));
    } catch (InvalidConfig wrong) {
      wrong.mistakes().forEach(it -> findings.add(Finding.fail(CONFIGURATION, it.toString())));
    } catch (StartFailed failed) {
      findings.add(Finding.fail("record", String.valueOf(failed.getMessage())));
    } catch (PortUnavailable down) {
      findings.add(Finding.fail("record", "does not do what is asked of it: see to its server"));
    }
  }

  private void redis(Config config) {
    if (config.redis().isEmpty()) {
      findings.add(Finding.ok("redis", "is not used: this instance does for itself"));
      return;
    }
    Config.Redis where = config.redis().get();
    findings.addAll(
        RedisAdapters.examine(
            new RedisAdapters.Config(where.url(), where.timeout(), where.authorities()),
            () -> UUID.nameUUIDFromBytes(clock.instant().toString().getBytes(UTF_8)),
            clock));
  }

  private void port(Config.Http http) {
    String where = http.host() + ":" + http.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(http.host(), http.port()));
      findings.add(Finding.ok("port", where + " is free"));
    } catch (IOException taken) {
      findings.add(
          isHoneydo(http)
              ? Finding.ok("port", where + ": Honeydo serves there")
              : Finding.fail(
                  "port",
                  where
                      + " cannot be had ("
                      + taken.getMessage()
                      + "): set HOST and PORT to an address that is free"));
    }
  }

  private static boolean isHoneydo(Config.Http http) {
    boolean everywhere = http.host().equals("0.0.0.0") || http.host().equals("::");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      URI health =
          new URI(
              "http",
              null,
              everywhere ? "localhost" : http.host(),
              http.port(),
              "/api/health",
              null,
              null);
      HttpRequest request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
      return client
          .send(request, BodyHandlers.ofString())
          .body()
          .contains("\"service\":\"honeydo\"");
    } catch (IOException | URISyntaxException other) {
      return false;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

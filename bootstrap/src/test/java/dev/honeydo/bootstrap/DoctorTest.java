package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of an installation, and how it ends. */
class DoctorTest {
  @TempDir Path directory;

  private Said examined(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("DATA_DIR", directory.resolve("data").toString());
    all.putIfAbsent("PORT", "0");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode;
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      exitCode = Doctor.run(directory, all, InstantSource.system(), out);
    }
    return new Said(exitCode, printed.toString(UTF_8));
  }

  @Test
  void whereNothingIsSetAllIsWellAndNothingIsMade() {
    Said said = examined(Map.of());

    assertThat(said.text())
        .contains(
            "ok    configuration: is understood, for development",
            "ok    signing key: is made at the first start",
            "ok    data directory:",
            "ok    redis: is not used",
            "ok    port: 127.0.0.1:0 is free",
            "All is well.")
        .doesNotContain("fail", "warn ");
    assertThat(said.exitCode()).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void everyMistakeOfTheConfigurationIsToldWithoutItsValue() {
    Said said = examined(Map.of("PORT", "http", "JWT_SECRET_KEY", "my-secret", "DEBUG", "False"));

    assertThat(said.text())
        .contains(
            "fail  configuration: PORT must", "fail  configuration: JWT_SECRET_KEY must", "DB_URI")
        .doesNotContain("my-secret");
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void anInstallationThatRunsIsWell() {
    try (RunningRecord running = RunningRecord.configured(directory.resolve("data"), Map.of())) {
      int port = running.api().address().getPort();
      Said said = examined(Map.of("PORT", Integer.toString(port)));

      assertThat(said.text())
          .contains(": Honeydo serves there", ": Honeydo is running on it")
          .doesNotContain("fail", "warn ");
      assertThat(said.exitCode()).isZero();
      assertThat(running.api().get("/livez").status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatSomebodyElseHasFails() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      Said said =
          examined(Map.of("HOST", "0.0.0.0", "PORT", Integer.toString(other.getLocalPort())));

      assertThat(said.text()).contains("fail  port: 0.0.0.0:" + other.getLocalPort());
      assertThat(said.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void whatIsMissingInProductionIsWarnedOf() {
    String key = "a-key-that-is-long-enough-for-hs256";
    Said said =
        examined(
            Map.of(
                "DEBUG", "false",
                "DB_URI", "mongodb://ada:my-secret@127.0.0.1:1",
                "JWT_SECRET_KEY", key,
                "HOST", "127.0.0.1"));

    assertThat(said.text())
        .contains("warn  configuration: There is no Redis", "ok    signing key: is set")
        .contains("fail  mongodb: mongodb://***:***@127.0.0.1:1")
        .doesNotContain("my-secret", key);
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void aRedisThatWorksIsWellAndOneThatIsGoneFails() {
    try (RedisProcess redis = new RedisProcess()) {
      Said right = examined(Map.of("REDIS_URL", redis.url()));
      assertThat(right.text()).contains("ping, set, get and delete work", "ok    clock:");
      assertThat(right.exitCode()).isZero();

      redis.kill();
      Said gone =
          examined(Map.of("REDIS_URL", redis.url().replace("redis://", "redis://:my-secret@")));
      assertThat(gone.text()).contains("fail  redis: redis://***:***@").doesNotContain("my-secret");
      assertThat(gone.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void whatShouldBeSeenToIsAWarning() {
    try (RedisProcess redis =
        new RedisProcess("--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru")) {
      Said said = examined(Map.of("REDIS_URL", redis.url()));

      assertThat(said.text()).contains("warn  redis memory: maxmemory-policy allkeys-lru");
      assertThat(said.exitCode()).isOne();
    }
  }

  @Test
  void aFileOfKeysThatHasNoneFails() throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), "short\n");
    Said said = examined(Map.of("JWT_SECRET_KEY_FILE", file.toString()));

    assertThat(said.text()).contains("fail  signing key: " + file).doesNotContain("short\n");
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void aRecordThatNobodyKeepsFails() {
    Said said = examined(Map.of("DB_URI", "nobody:keeps-it"));

    assertThat(said.text()).contains("fail  configuration: DB_URI must begin with");
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void itIsWhatMainDoesWhenAskedTo() throws Exception {
    Process process = ServerProcess.launch(directory, Map.of(), Main.class, "doctor");
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(text).endsWith("All is well.\n");
    assertThat(process.waitFor()).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  private record Said(int exitCode, String text) {}
}

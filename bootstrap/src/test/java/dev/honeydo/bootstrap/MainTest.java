package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts Honeydo is told. */
class MainTest {
  @TempDir Path directory;

  @Test
  void everyMistakeIsToldByNameAndNothingStarts() throws Exception {
    Said said = run(Map.of("PORT", "http", "JWT_SECRET_KEY", "short", "DEBUG", "False"));

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text()).contains("PORT", "JWT_SECRET_KEY", "DB_URI").doesNotContain("short");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatItPrintsToTryWorksAsPrinted() throws Exception {
    assumeTrue(hasCurl(), "needs curl on PATH");
    try (ServerProcess server = ServerProcess.start(directory, Map.of())) {
      String lines = server.said().lines().filter(it -> it.startsWith("  ")).collect(joining("\n"));
      Process shell = new ProcessBuilder("sh", "-euc", lines).redirectErrorStream(true).start();
      String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);

      assertThat(lines.lines()).hasSize(3);
      assertThat(printed).contains("\"email\":\"ada@example.org\"", "\"heading\":\"Buy bread\"");
      assertThat(shell.waitFor()).isZero();

      Api.Answer landing = Api.at(server.address()).with("Accept", "application/json").get("/");
      List<String> tries = new ArrayList<>();
      landing.body().required("try").forEach(line -> tries.add(line.asText()));
      Process other =
          new ProcessBuilder("sh", "-euc", String.join("\n", tries))
              .redirectErrorStream(true)
              .start();
      assertThat(new String(other.getInputStream().readAllBytes(), UTF_8))
          .contains("\"name\":\"Ada\"", "\"heading\":\"Buy bread\"");
      assertThat(other.waitFor()).isZero();
    }
  }

  private static boolean hasCurl() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  @Test
  void aSecondProcessOnTheSameDataIsRefused() throws Exception {
    try (ServerProcess first = ServerProcess.start(directory, Map.of())) {
      Said said = run(Map.of());

      assertThat(said.exitCode()).isEqualTo(1);
      assertThat(said.text())
          .contains(directory.resolve("data").toRealPath().toString())
          .doesNotContain("\tat ");
      assertThat(Api.at(first.address()).get("/livez").status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Said said = run(Map.of("PORT", String.valueOf(taken.getLocalPort()), "HOST", "0.0.0.0"));

      assertThat(said.exitCode()).isEqualTo(1);
      assertThat(said.text())
          .contains("PORT", String.valueOf(taken.getLocalPort()))
          .doesNotContain("\tat ");
    }
  }

  @Test
  void beingAskedToStopItStopsInOrder() throws Exception {
    try (ServerProcess server = ServerProcess.start(directory, Map.of())) {
      assertThat(Api.at(server.address()).get("/readyz").status()).isEqualTo(200);

      // 128 + SIGTERM: the way a JVM ends that was asked to.
      assertThat(server.terminate()).isEqualTo(143);
      assertThat(directory.resolve("data/honeydo.db-wal")).doesNotExist();
    }
  }

  private Said run(Map<String, String> settings) throws IOException, InterruptedException {
    Process process = ServerProcess.launch(directory, settings);
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  private record Said(int exitCode, String text) {}
}

package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM is shown must be what Honeydo does, and must leave nothing behind. */
class RehearsalTest {
  /** What only those need who have set up a Redis or a MongoDB. */
  private static final Pattern UNUSED =
      Pattern.compile("(io\\.netty|io\\.lettuce|reactor|com\\.mongodb|org\\.bson\\.codecs)\\..*");

  @TempDir Path directory;
  @TempDir Path log;

  @Test
  void itIsPlayedToItsEndAndLoadsAndLeavesNothingThatIsNotNeeded() throws Exception {
    Path loaded = log.resolve("loaded");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + directory,
                "-Xlog:class+load:file=" + loaded + "::",
                "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Honeydo serves").doesNotContain("WARN", "ERROR");
    assertThat(directory).isEmptyDirectory();
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes).anyMatch(it -> it.contains(Honeydo.class.getName()));
    assertThat(classes).noneMatch(it -> UNUSED.matcher(it).matches());
  }
}

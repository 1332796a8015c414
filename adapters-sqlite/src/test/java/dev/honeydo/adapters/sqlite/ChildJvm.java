package dev.honeydo.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts a {@code main} of these tests in another process, its errors on ours. */
final class ChildJvm {
  private ChildJvm() {}

  static Process start(Class<?> main, Path dataDirectory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                dataDirectory.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}

package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Honeydo in a process of its own, started as its users start it, so that it can be killed. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("serves (http://\\S+)");

  private static final String LAST_WORDS = "Buy bread";

  private final Process process;
  private final URI address;
  private final String said;

  private ServerProcess(Process process, URI address, String said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  /** Starts it on a free port and waits until it says that it serves. */
  static ServerProcess start(Path workingDirectory, Map<String, String> settings)
      throws IOException {
    return start(workingDirectory, settings, Main.class);
  }

  /** Starts it by another main class, with these arguments. */
  static ServerProcess start(
      Path workingDirectory, Map<String, String> settings, Class<?> main, String... arguments)
      throws IOException {
    return serving(launch(workingDirectory, settings, main, arguments));
  }

  /** Starts another version, which was built into that jar. */
  static ServerProcess start(Path workingDirectory, Map<String, String> settings, Path jar)
      throws IOException {
    return serving(launch(workingDirectory, settings, List.of("-jar", jar.toString())));
  }

  private static ServerProcess serving(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(LAST_WORDS)) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        Matcher matcher = ADDRESS.matcher(said);
        if (matcher.find()) {
          return new ServerProcess(process, URI.create(matcher.group(1)), said.toString());
        }
      }
    }
    throw new IOException("Honeydo did not start:\n" + said);
  }

  /** Starts it without waiting for anything. */
  static Process launch(Path workingDirectory, Map<String, String> settings) throws IOException {
    return launch(workingDirectory, settings, Main.class);
  }

  /** Likewise by another main class, with these arguments. */
  static Process launch(
      Path workingDirectory, Map<String, String> settings, Class<?> main, String... arguments)
      throws IOException {
    List<String> what =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    what.addAll(List.of(arguments));
    return launch(workingDirectory, settings, what);
  }

  private static Process launch(
      Path workingDirectory, Map<String, String> settings, List<String> what) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(what);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(workingDirectory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(it -> !it.equals("PATH") && !it.equals("HOME"));
    builder.environment().put("PORT", "0");
    builder.environment().putAll(RunningRecord.NO_LIMITS);
    builder.environment().putAll(settings);
    return builder.start();
  }

  URI address() {
    return address;
  }

  /** What it printed until it served. */
  String said() {
    return said;
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, as {@code kill} does, and returns its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

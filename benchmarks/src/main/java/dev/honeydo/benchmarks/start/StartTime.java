package dev.honeydo.benchmarks.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts a command again and again, each time in a new directory, and prints how long it takes
 * until {@code /readyz} is answered with 200, what processor time that needs, and how much memory
 * is resident a second later. It is run from its source, so it uses nothing but the JDK; memory and
 * processor time are read from {@code /proc} and left out where there is none.
 */
public final class StartTime {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] QUESTION =
      "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  private StartTime() {}

  /**
   * Measures.
   *
   * @param arguments the command; and how often, 11 times if that is not said
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
    List<Start> starts = new ArrayList<>();
    // The first one finds nothing in the page cache, and is not counted.
    for (int i = 0; i <= times; i++) {
      Start start = measure(Path.of(arguments[0]).toAbsolutePath());
      if (i > 0) {
        starts.add(start);
      }
    }
    print("first 200", "ms", starts.stream().mapToLong(Start::millis).toArray());
    print("processor time until then", "ms", starts.stream().mapToLong(Start::cpu).toArray());
    print("resident after it", "MB", starts.stream().mapToLong(Start::megabytes).toArray());
  }

  private static Start measure(Path command) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("honeydo-start");
    int port = freePort();
    ProcessBuilder builder = new ProcessBuilder(command.toString()).directory(directory.toFile());
    builder.environment().put("PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("said").toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    try {
      while (!isReady(port)) {
        if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
          throw new IOException(
              "it does not start: " + Files.readString(directory.resolve("said")));
        }
        Thread.sleep(1);
      }
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      long cpu = cpuMillis(process.pid());
      Thread.sleep(1_000);
      return new Start(millis, cpu, residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      int _ = process.waitFor();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isReady(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      socket.getOutputStream().write(QUESTION);
      return new String(socket.getInputStream().readNBytes(12), US_ASCII).endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The time in user and in system mode, in hundredths of a second, of proc(5). */
  private static long cpuMillis(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return -1;
    }
    String text = Files.readString(stat);
    List<String> fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * 10;
  }

  private static long residentMegabytes(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
      }
    }
    return -1;
  }

  private static void print(String what, String unit, long[] values) {
    Arrays.sort(values);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-26s median %d %s (%d to %d, %d starts)",
            what,
            values[values.length / 2],
            unit,
            values[0],
            values[values.length - 1],
            values.length));
  }

  private record Start(long millis, long cpu, long megabytes) {}
}

package dev.honeydo.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A JVM that serves, with the options that the launcher gives, and what it has used up so far. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final InetSocketAddress address;
  private final Path said;

  private ServerProcess(Process process, int port, Path said) {
    this.process = process;
    this.address = new InetSocketAddress("127.0.0.1", port);
    this.said = said;
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts a main class of the class path, and waits until it listens. */
  static ServerProcess start(
      String main,
      int port,
      Path directory,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    Path said = Files.createTempFile(directory, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start(), port, said);
    server.awaitListening();
    return server;
  }

  private void awaitListening() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
        close();
        throw new IOException("it does not start: " + Files.readString(said));
      }
      Thread.sleep(50);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(address);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  InetSocketAddress address() {
    return address;
  }

  /** Has the JVM do what {@code jcmd} can. */
  void command(String... what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(process.pid()));
    command.addAll(List.of(what));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(answer);
    }
  }

  /** Begins to count what it uses up. */
  Meter meter() throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
      try {
        return Meter.at(machine.startLocalManagementAgent());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException impossible) {
      throw new IOException(impossible);
    }
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }

  /** What a JVM has used up so far. */
  record Usage(long cpuNanos, long allocatedBytes) {
    Usage minus(Usage earlier) {
      return new Usage(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
    }

    Usage plus(Usage other) {
      return new Usage(cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }
  }

  /** Asks a JVM what it has used up. */
  static final class Meter implements AutoCloseable {
    private final JMXConnector connector;
    private final OperatingSystemMXBean system;
    private final ThreadMXBean threads;

    private Meter(JMXConnector connector) throws IOException {
      this.connector = connector;
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      this.system =
          ManagementFactory.newPlatformMXBeanProxy(
              beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
      this.threads =
          ManagementFactory.newPlatformMXBeanProxy(
              beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    static Meter at(String url) throws IOException {
      return new Meter(JMXConnectorFactory.connect(new JMXServiceURL(url)));
    }

    /**
     * What all its threads have used up; those that carry virtual threads have allocated what these
     * have.
     */
    Usage read() {
      return new Usage(system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes());
    }

    @Override
    public void close() throws IOException {
      connector.close();
    }
  }
}

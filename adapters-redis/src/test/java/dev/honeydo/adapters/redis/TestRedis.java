package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.honeydo.contracts.FreePort;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.embedded.core.ExecutableProvider;

/**
 * A real redis-server (6.2, which embedded-redis carries) on a port of its own, that keeps nothing
 * when it ends. It can be killed, started again, held still and emptied.
 */
final class TestRedis implements AutoCloseable {
  private static final Path EXECUTABLE = executable();

  /** Settings that another could not begin with. */
  private static final List<String> OF_A_SERVER = List.of("--save", "", "--appendonly", "no");

  private final int port;
  private final List<String> command;
  private Process process;

  private TestRedis(int port, List<String> settings) {
    this(port, EXECUTABLE, settings);
  }

  private TestRedis(int port, Path executable, List<String> settings) {
    this(port, List.of(executable.toString()), OF_A_SERVER, settings);
  }

  private TestRedis(int port, List<String> first, List<String> kind, List<String> settings) {
    this.port = port;
    this.command = new ArrayList<>(first);
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(kind);
    command.addAll(settings);
    this.process = started();
  }

  /** Starts a Sentinel with that file, which it writes to. */
  static TestRedis startSentinel(int port, Path file) {
    return new TestRedis(
        port, List.of(EXECUTABLE.toString(), file.toString()), List.of("--sentinel"), List.of());
  }

  /** Starts one that listens there. */
  static TestRedis startAt(int port, String... settings) {
    return new TestRedis(port, List.of(settings));
  }

  /** Starts another build of it. */
  static TestRedis startAs(Path executable, int port, String... settings) {
    return new TestRedis(port, executable, List.of(settings));
  }

  /** Starts one. */
  static TestRedis start(String... settings) {
    return new TestRedis(FreePort.next(), List.of(settings));
  }

  int port() {
    return port;
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, SECONDS)) {
        throw new IllegalStateException("redis-server survives its killing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it on the same port after it was killed: empty. */
  void restart() {
    process = started();
  }

  /** Holds the process still: connections stay, nothing is answered. */
  void pause() {
    signal("STOP");
  }

  /** Lets it go on after {@link #pause}. */
  void resume() {
    signal("CONT");
  }

  /** Empties it. */
  void flush() {
    var _ = ask(RedisCommands::flushall);
  }

  /** Asks it something, past the adapters. */
  <T> T ask(Function<RedisCommands<String, String>, T> question) {
    try (RedisClient client = RedisClient.create(RedisURI.create(url()));
        var connection = client.connect()) {
      return question.apply(connection.sync());
    }
  }

  /** Sends it lines as a person would, past the client, each of which it must agree to. */
  void command(String lines) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((lines + "\r\n").getBytes(UTF_8));
      for (String line : lines.split("\r\n", -1)) {
        String answer = new String(socket.getInputStream().readNBytes(5), UTF_8);
        if (!answer.equals("+OK\r\n")) {
          throw new IllegalStateException(line + " is answered " + answer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it a command of plain words, and takes no notice of the answer beyond its first byte. */
  void tell(String... words) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((String.join(" ", words) + "\r\n").getBytes(UTF_8));
      if (socket.getInputStream().read() != '+') {
        throw new IllegalStateException(words[0] + " is refused");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all connections. */
  void killClients() {
    var _ = ask(it -> it.clientKill(KillArgs.Builder.typeNormal().skipme()));
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process started() {
    try {
      Process it =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(it::destroyForcibly));
      awaitAnswer(it);
      return it;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Process it) {
    Await.until(Duration.ofSeconds(20), () -> !it.isAlive() || answers());
    if (!it.isAlive()) {
      throw new IllegalStateException("redis-server does not start: " + it);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(1), UTF_8).matches("[+-]");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path executable() {
    try {
      Path file = ExecutableProvider.newJarResourceProvider().get().toPath().toAbsolutePath();
      if (!Files.isExecutable(file)) {
        throw new IllegalStateException(file + " cannot be executed");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

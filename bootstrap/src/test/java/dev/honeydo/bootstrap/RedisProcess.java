package dev.honeydo.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.honeydo.contracts.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real redis-server, as embedded-redis carries it, that forgets everything when it ends. */
final class RedisProcess implements AutoCloseable {
  private final int port = FreePort.next();
  private final List<String> settings;
  private Process process;

  /** Starts one with these settings, as its command line has them. */
  RedisProcess(String... settings) {
    this.settings = List.of(settings);
    this.process = started();
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** As {@code kill -9} does. */
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

  /** After {@link #kill}: it comes back empty. */
  void restart() {
    process = started();
  }

  void flush() {
    tell("FLUSHALL");
  }

  /** Has it do what it answers with OK. */
  void tell(String command) {
    if (!ask(command).startsWith("+OK")) {
      throw new IllegalStateException("redis-server does not do so");
    }
  }

  /** Holds the process still: connections stay, nothing is answered. */
  void pause() {
    signal("STOP");
  }

  /** Lets it go on after {@link #pause}. */
  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (!kill.waitFor(10, SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("redis-server cannot be reached by a signal");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    kill();
  }

  private Process started() {
    try {
      String executable = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
      List<String> command =
          new ArrayList<>(
              List.of(
                  executable,
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  ""));
      command.addAll(settings);
      Process it =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(it::destroyForcibly));
      Await.until(Duration.ofSeconds(20), () -> ask("PING").startsWith("+PONG"));
      return it;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ask(String command) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
    } catch (IOException away) {
      return "";
    }
  }
}

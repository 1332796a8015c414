package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who speaks Redis' protocol, and answers every script with one and the same. */
final class StrangeServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final byte[] answer;

  /** Answers with {@code answer}, as it goes over the wire. */
  StrangeServer(String answer) {
    this.answer = answer.getBytes(UTF_8);
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "redis://127.0.0.1:" + listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        boolean _ = clients.add(client);
        var _ = Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // The loop ends with the listener.
    }
  }

  private void serve(Socket client) {
    try (client;
        var in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
      while (true) {
        client.getOutputStream().write(answer(command(in)));
      }
    } catch (IOException | NumberFormatException gone) {
      // Nobody is there to be answered.
    }
  }

  private byte[] answer(String command) {
    return switch (command) {
      case "EVALSHA", "EVAL" -> answer;
      case "PING" -> "+PONG\r\n".getBytes(UTF_8);
      case "HELLO" -> "-ERR unknown command\r\n".getBytes(UTF_8);
      default -> "+OK\r\n".getBytes(UTF_8);
    };
  }

  /** The name of the next command, which is an array of strings, each with its length before it. */
  private static String command(DataInputStream in) throws IOException {
    String name = "";
    int words = Integer.parseInt(line(in).substring(1));
    for (int word = 0; word < words; word++) {
      byte[] text = new byte[Integer.parseInt(line(in).substring(1))];
      in.readFully(text);
      String _ = line(in);
      name = word == 0 ? new String(text, UTF_8) : name;
    }
    return name;
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (byte next = in.readByte(); next != '\n'; next = in.readByte()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket each : clients) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

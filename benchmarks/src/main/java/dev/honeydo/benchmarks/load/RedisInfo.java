package dev.honeydo.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** What a Redis server tells of itself. */
final class RedisInfo {
  private static final String COMMANDS = "total_commands_processed:";

  private RedisInfo() {}

  /** How many commands it has carried out. */
  static long commands(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write("INFO stats\r\n".getBytes(US_ASCII));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(COMMANDS)) {
          return Long.parseLong(line.substring(COMMANDS.length()));
        }
      }
      throw new IOException("Redis does not say how many commands it has carried out");
    }
  }
}

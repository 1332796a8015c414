package dev.honeydo.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** What a Redis server tells of itself, and is told. */
final class RedisInfo {
  private static final String READS = "total_reads_processed:";

  private RedisInfo() {}

  /** Has it do something that answers with one line. */
  static void tell(int port, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      String answer = lines.readLine();
      if (!"+OK".equals(answer)) {
        throw new IOException(command + " is answered with " + answer);
      }
    }
  }

  /**
   * How often it has read what a client sent: once for each round trip, where those are made one
   * after the other.
   */
  static long reads(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("INFO stats\r\n".getBytes(US_ASCII));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READS)) {
          return Long.parseLong(line.substring(READS.length()));
        }
      }
      throw new IOException("Redis does not say how often it has read");
    }
  }
}

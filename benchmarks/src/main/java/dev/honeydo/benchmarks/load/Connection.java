package dev.honeydo.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection of HTTP/1.1 on which one request is answered after the other. Of one thread. */
final class Connection {
  private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
  private long due;
  private int end;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  static Connection open(InetSocketAddress server, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    var _ = channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var _ = channel.configureBlocking(false);
    Connection connection = new Connection(channel);
    SelectionKey _ = channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /** When the request that is under way was due, by {@link System#nanoTime}. */
  long due() {
    return due;
  }

  void send(ByteBuffer request, long dueAt) throws IOException {
    due = dueAt;
    end = 0;
    buffer.clear();
    while (request.hasRemaining()) {
      int _ = channel.write(request);
    }
  }

  /** The status of the answer once all of it is there, 0 before. */
  int receive() throws IOException {
    if (channel.read(buffer) < 0) {
      throw new EOFException("the server has closed the connection");
    }
    if (end == 0) {
      end = endOfAnswer();
    }
    return end > 0 && buffer.position() >= end ? status() : 0;
  }

  private int status() {
    return (buffer.get(9) - '0') * 100 + (buffer.get(10) - '0') * 10 + buffer.get(11) - '0';
  }

  private int endOfAnswer() {
    byte[] bytes = buffer.array();
    int length = 0;
    int lineBegin = 0;
    for (int i = 1; i < buffer.position(); i++) {
      if (bytes[i] == '\n') {
        if (i - lineBegin == 1) {
          return i + 1 + length;
        }
        if (isLength(bytes, lineBegin)) {
          length = number(bytes, lineBegin + LENGTH.length);
        }
        lineBegin = i + 1;
      }
    }
    return 0;
  }

  private static boolean isLength(byte[] bytes, int from) {
    for (int i = 0; i < LENGTH.length; i++) {
      if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from) {
    int number = 0;
    for (int i = from; bytes[i] != '\r'; i++) {
      number = bytes[i] == ' ' ? number : number * 10 + bytes[i] - '0';
    }
    return number;
  }
}

package dev.honeydo.adapters.redis;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes long values short (DEFLATE, RFC 1951), and never longer than was said before. */
final class Packing {
  private Packing() {}

  /** The bytes made shorter; empty where they cannot be. */
  static Optional<byte[]> deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length - 1];
      int length = deflater.deflate(out);
      return deflater.finished() ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
    } finally {
      deflater.end();
    }
  }

  /**
   * What was deflated.
   *
   * @param length of it
   * @throws IllegalArgumentException where these bytes are not that, to the last one
   */
  static byte[] inflated(byte[] bytes, int start, int end, int length) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, start, end - start);
      byte[] out = new byte[length];
      int filled = inflater.inflate(out);
      // The end of the stream may lie behind the last byte of what it holds.
      boolean whole = filled == length && (inflater.finished() || ends(inflater));
      if (!whole || inflater.getRemaining() > 0) {
        throw new IllegalArgumentException("not what was deflated");
      }
      return out;
    } catch (DataFormatException garbage) {
      throw new IllegalArgumentException(garbage);
    } finally {
      inflater.end();
    }
  }

  private static boolean ends(Inflater inflater) throws DataFormatException {
    return inflater.inflate(new byte[1]) == 0 && inflater.finished();
  }
}

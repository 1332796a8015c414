package dev.honeydo.adapters.http.client;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits (CIDR, RFC 4632).
 *
 * @param prefix how many bits, at least one
 */
record Network(ClientAddress address, int prefix) {
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  /** The network that {@code text} writes, for example {@code 10.0.0.0/8} or {@code ::1}. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<ClientAddress> address =
        ClientAddress.literal(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty() || slash < 0) {
      return address.map(it -> new Network(it, bits(it)));
    }
    String prefix = text.substring(slash + 1);
    // What is written as IPv6 but is IPv4 would have a prefix that counts other bits.
    boolean mapped = bits(address.get()) == 32 && text.contains(":");
    return Optional.of(prefix)
        .filter(it -> !mapped && PREFIX.matcher(it).matches())
        .map(Integer::parseInt)
        .filter(it -> it >= 1 && it <= bits(address.get()))
        .map(it -> new Network(address.get(), it));
  }

  private static int bits(ClientAddress address) {
    return address.value().getAddress().length * Byte.SIZE;
  }

  boolean contains(ClientAddress other) {
    byte[] ours = address.value().getAddress();
    byte[] theirs = other.value().getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}

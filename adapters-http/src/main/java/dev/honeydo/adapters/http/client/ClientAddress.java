package dev.honeydo.adapters.http.client;

import dev.honeydo.application.limit.AddressBlock;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The IP address that a client has, as far as those we trust have told. One of IPv4 that is written
 * as one of IPv6 is of IPv4; a zone says nothing to others and is dropped.
 */
public record ClientAddress(InetAddress value) {
  private static final int SUBNET_BYTES = 8;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](:\\d+)?|([\\d.]+):\\d+");

  /**
   * The address that {@code text} writes, with or without brackets, zone and port; empty where it
   * writes none. No name is ever looked up.
   */
  public static Optional<ClientAddress> parse(String text) {
    String bare = text.strip();
    var matcher = WITH_PORT.matcher(bare);
    if (matcher.matches()) {
      bare = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
    }
    int zone = bare.indexOf('%');
    return literal(zone < 0 ? bare : bare.substring(0, zone));
  }

  /** The address that is all of {@code address}. */
  static Optional<ClientAddress> literal(String address) {
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClientAddress(InetAddress.ofLiteral(address)));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** The address, as a session's owner is told it. */
  public String text() {
    return value.getHostAddress();
  }

  /** What limits take for one client. */
  public AddressBlock block() {
    if (!(value instanceof Inet6Address)) {
      return new AddressBlock(text());
    }
    byte[] subnet = value.getAddress();
    Arrays.fill(subnet, SUBNET_BYTES, subnet.length, (byte) 0);
    try {
      return new AddressBlock(InetAddress.getByAddress(subnet).getHostAddress() + "/64");
    } catch (UnknownHostException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}

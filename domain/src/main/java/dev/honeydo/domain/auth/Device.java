package dev.honeydo.domain.auth;

import java.util.Optional;

/**
 * Where a session was opened: told to its owner, trusted for nothing.
 *
 * @param label what the user calls it, if they said
 * @param userAgent what the client calls itself, cut to 512 code points; empty when it did not say
 * @param address the IP address the login came from; empty when unknown
 */
public record Device(Optional<DeviceLabel> label, String userAgent, String address) {
  private static final int LONGEST_USER_AGENT = 512;

  /** Cuts the user agent. */
  public Device {
    int points = userAgent.codePointCount(0, userAgent.length());
    int kept = Math.min(points, LONGEST_USER_AGENT);
    userAgent = userAgent.substring(0, userAgent.offsetByCodePoints(0, kept));
  }
}

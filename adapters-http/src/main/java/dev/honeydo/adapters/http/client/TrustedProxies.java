package dev.honeydo.adapters.http.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells from where a request comes. {@code X-Forwarded-For} is what anybody may write: each proxy
 * adds at its end whom it has the request from, so it is believed from its end on, and only as far
 * as those are proxies of ours who say so.
 */
public final class TrustedProxies {
  private static final int MOST = 100;

  private final List<Network> networks;

  /**
   * Trusts these.
   *
   * @param networks addresses and networks for which {@link #isNetwork} holds
   */
  public TrustedProxies(Collection<String> networks) {
    this.networks = networks.stream().map(it -> Network.parse(it).orElseThrow()).toList();
  }

  /** Whether that is an address, or a network that is not everybody's. */
  public static boolean isNetwork(String text) {
    return Network.parse(text).isPresent();
  }

  /**
   * From where a request comes; empty where the connection has no IP address.
   *
   * @param connection the other end of the connection
   * @param forwardedFor each {@code X-Forwarded-For} field of the request, in order
   */
  public Optional<ClientAddress> client(String connection, List<String> forwardedFor) {
    Optional<ClientAddress> last = ClientAddress.parse(connection);
    if (last.isEmpty() || !isTrusted(last.get())) {
      return last;
    }
    ClientAddress client = last.get();
    List<String> hops = Arrays.asList(String.join(",", forwardedFor).split(",", -1)).reversed();
    for (String hop : hops.subList(0, Math.min(hops.size(), MOST))) {
      Optional<ClientAddress> before = ClientAddress.parse(hop);
      if (before.isEmpty()) {
        return Optional.of(client);
      }
      client = before.get();
      if (!isTrusted(client)) {
        return before;
      }
    }
    return Optional.of(client);
  }

  private boolean isTrusted(ClientAddress address) {
    return networks.stream().anyMatch(it -> it.contains(address));
  }
}

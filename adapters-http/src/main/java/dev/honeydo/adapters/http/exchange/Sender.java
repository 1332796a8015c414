package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.client.ClientAddress;
import dev.honeydo.adapters.http.client.TrustedProxies;
import dev.honeydo.application.limit.AddressBlock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/** From where a request comes: found out when it is first asked, since most never ask. */
final class Sender {
  private final HttpServletRequest request;
  private final TrustedProxies proxies;
  private Optional<ClientAddress> found = Optional.empty();
  private boolean asked;

  Sender(HttpServletRequest request, TrustedProxies proxies) {
    this.request = request;
    this.proxies = proxies;
  }

  /** The address, as far as those say whom we trust; empty where it is unknown. */
  Optional<ClientAddress> address() {
    if (!asked) {
      asked = true;
      found =
          proxies.client(
              request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }
    return found;
  }

  /** What limits take for one client; whom nobody can tell from others is one with them. */
  AddressBlock block() {
    return address().map(ClientAddress::block).orElseGet(() -> new AddressBlock("unknown"));
  }
}

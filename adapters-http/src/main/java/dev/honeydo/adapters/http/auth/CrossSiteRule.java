package dev.honeydo.adapters.http.auth;

import dev.honeydo.adapters.http.exchange.Exchange;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a request that relies on a cookie comes from a page that may send it: browsers add
 * cookies to requests that any page makes.
 *
 * <p>Either {@code Sec-Fetch-Site} says that it comes from this very origin or from no page at all
 * (W3C Fetch Metadata), or {@code Origin} is the server's or one of those that were named.
 */
public final class CrossSiteRule {
  private final Set<String> trusted;

  /** Trusts these origins, and that of {@code publicUrl}. */
  public CrossSiteRule(Set<String> origins, Optional<URI> publicUrl) {
    Set<String> all = new HashSet<>();
    origins.forEach(origin -> all.add(origin.toLowerCase(Locale.ROOT)));
    publicUrl.ifPresent(
        url -> all.add((url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT)));
    this.trusted = Set.copyOf(all);
  }

  /** Whether the cookie of this request may be relied on. */
  public boolean admits(Exchange exchange) {
    if (exchange.isSafe()) {
      return true;
    }
    String site = exchange.header("Sec-Fetch-Site").orElse("");
    if (site.equals("same-origin") || site.equals("none")) {
      return true;
    }
    Optional<String> origin = exchange.header("Origin").map(it -> it.toLowerCase(Locale.ROOT));
    return origin.isPresent()
        && (trusted.contains(origin.get())
            || origin.get().equals(exchange.ownOrigin().toLowerCase(Locale.ROOT)));
  }
}

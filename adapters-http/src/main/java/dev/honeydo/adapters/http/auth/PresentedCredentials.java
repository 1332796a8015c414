package dev.honeydo.adapters.http.auth;

import dev.honeydo.adapters.http.exchange.Carrier;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.session.SessionCookie;
import dev.honeydo.application.auth.Credential;
import dev.honeydo.domain.auth.AccessToken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a request shows, from whichever of the four places: {@code Authorization: Bearer}, {@code
 * Authorization: Session}, {@code X-Session-ID} and the cookie {@code session_id}.
 *
 * <p>Other schemes of {@code Authorization} are somebody else's; an empty header or cookie shows
 * nothing, but a named scheme without a token shows a bad one.
 *
 * @param carriers where it shows something
 */
record PresentedCredentials(List<Credential> credentials, Set<Carrier> carriers) {

  static PresentedCredentials of(Exchange exchange) {
    Reading reading = new Reading();
    for (String value : exchange.headers("Authorization")) {
      reading.addAuthorization(value.strip());
    }
    for (String value : exchange.headers("X-Session-ID")) {
      reading.addSession(value.strip(), Carrier.SESSION);
    }
    for (String cookies : exchange.headers("Cookie")) {
      reading.addCookies(cookies);
    }
    return new PresentedCredentials(List.copyOf(reading.credentials), reading.carriers);
  }

  /** Whether a cookie is all that it shows. */
  boolean cookieOnly() {
    return carriers.equals(EnumSet.of(Carrier.COOKIE));
  }

  private static final class Reading {
    private final List<Credential> credentials = new ArrayList<>(1);
    private final Set<Carrier> carriers = EnumSet.noneOf(Carrier.class);

    private void addAuthorization(String value) {
      int space = value.indexOf(' ');
      int end = space < 0 ? value.length() : space;
      if (isScheme("Bearer", value, end)) {
        add(new Credential.Bearer(new AccessToken(behind(value, end))), Carrier.BEARER);
      } else if (isScheme("Session", value, end)) {
        add(new Credential.SessionKey(behind(value, end)), Carrier.SESSION);
      }
    }

    private static boolean isScheme(String scheme, String value, int end) {
      return end == scheme.length() && value.regionMatches(true, 0, scheme, 0, end);
    }

    private static String behind(String value, int end) {
      return end == value.length() ? "" : value.substring(end + 1).strip();
    }

    private void addCookies(String header) {
      for (int from = 0; from < header.length(); ) {
        int semicolon = header.indexOf(';', from);
        int to = semicolon < 0 ? header.length() : semicolon;
        String pair = header.substring(from, to).strip();
        if (pair.startsWith(SessionCookie.NAME + "=")) {
          String value = pair.substring(SessionCookie.NAME.length() + 1);
          boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
          addSession(quoted ? value.substring(1, value.length() - 1) : value, Carrier.COOKIE);
        }
        from = to + 1;
      }
    }

    private void addSession(String text, Carrier carrier) {
      if (!text.isEmpty()) {
        add(new Credential.SessionKey(text), carrier);
      }
    }

    private void add(Credential credential, Carrier carrier) {
      // What is shown twice is looked up once.
      if (!credentials.contains(credential)) {
        credentials.add(credential);
      }
      carriers.add(carrier);
    }
  }
}

package dev.honeydo.adapters.http.auth;

import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.session.SessionCookie;
import dev.honeydo.application.auth.Credential;
import dev.honeydo.domain.auth.AccessToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request shows, from whichever of the four places: {@code Authorization: Bearer}, {@code
 * Authorization: Session}, {@code X-Session-ID} and the cookie {@code session_id}.
 *
 * <p>Other schemes of {@code Authorization} are somebody else's; an empty header or cookie shows
 * nothing, but a named scheme without a token shows a bad one.
 *
 * @param cookieOnly whether a cookie is all that it shows
 */
record PresentedCredentials(List<Credential> credentials, boolean cookieOnly) {

  static PresentedCredentials of(Exchange exchange) {
    // A set: what is shown twice is looked up once.
    Set<Credential> credentials = new LinkedHashSet<>();
    for (String value : exchange.headers("Authorization")) {
      addAuthorization(value.strip(), credentials);
    }
    for (String value : exchange.headers("X-Session-ID")) {
      addSession(value.strip(), credentials);
    }
    boolean otherThanCookie = !credentials.isEmpty();
    for (String cookies : exchange.headers("Cookie")) {
      addCookies(cookies, credentials);
    }
    return new PresentedCredentials(
        List.copyOf(credentials), !otherThanCookie && !credentials.isEmpty());
  }

  private static void addAuthorization(String value, Set<Credential> credentials) {
    int space = value.indexOf(' ');
    String scheme = space < 0 ? value : value.substring(0, space);
    String rest = space < 0 ? "" : value.substring(space).strip();
    if (scheme.equalsIgnoreCase("Bearer")) {
      credentials.add(new Credential.Bearer(new AccessToken(rest)));
    } else if (scheme.equalsIgnoreCase("Session")) {
      credentials.add(new Credential.SessionKey(rest));
    }
  }

  private static void addCookies(String header, Set<Credential> credentials) {
    for (int from = 0; from < header.length(); ) {
      int semicolon = header.indexOf(';', from);
      int to = semicolon < 0 ? header.length() : semicolon;
      String pair = header.substring(from, to).strip();
      if (pair.startsWith(SessionCookie.NAME + "=")) {
        String value = pair.substring(SessionCookie.NAME.length() + 1);
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        addSession(quoted ? value.substring(1, value.length() - 1) : value, credentials);
      }
      from = to + 1;
    }
  }

  private static void addSession(String text, Set<Credential> credentials) {
    if (!text.isEmpty()) {
      credentials.add(new Credential.SessionKey(text));
    }
  }
}

package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.exchange.Dispatcher;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts on every answer what every answer has: the request's id and the security headers. */
final class Envelope extends Handler.Wrapper {
  private static final String HEADER = "X-Request-Id";
  private static final int LONGEST_ID = 128;
  private static final HttpField NO_SNIFFING =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

  private final Supplier<String> requestIds;

  Envelope(Supplier<String> requestIds) {
    this.requestIds = requestIds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String _ = seal(request, response.getHeaders());
    return super.handle(request, response, callback);
  }

  /** Adds the headers and returns the request's id; the second time it is the same. */
  String seal(Request request, HttpFields.Mutable headers) {
    boolean isNew = request.getAttribute(Dispatcher.REQUEST_ID) == null;
    String id = idOf(request);
    if (isNew) {
      // Looks through nothing.
      headers.add(HEADER, id).add(NO_SNIFFING);
    } else {
      headers.put(HEADER, id).put(NO_SNIFFING);
    }
    if (HttpMethod.CONNECT.is(request.getMethod())) {
      // Jetty would keep the connection for a tunnel that is not to be.
      headers.put(HttpFields.CONNECTION_CLOSE);
    }
    return id;
  }

  private String idOf(Request request) {
    if (request.getAttribute(Dispatcher.REQUEST_ID) instanceof String known) {
      return known;
    }
    String sent = request.getHeaders().get(HEADER);
    String id = sent != null && isAcceptable(sent) ? sent : requestIds.get();
    request.setAttribute(Dispatcher.REQUEST_ID, id);
    return id;
  }

  private static boolean isAcceptable(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letterOrDigit = Character.isLetterOrDigit(c) && c < 128;
      if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}

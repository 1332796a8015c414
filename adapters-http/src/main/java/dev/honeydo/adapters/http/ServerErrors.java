package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Cors;
import dev.honeydo.adapters.http.exchange.ProblemStatus;
import dev.honeydo.adapters.http.problem.Problem;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Makes problems of what goes wrong in Jetty itself, before or behind every route of ours. */
final class ServerErrors implements Request.Handler {
  private static final Set<String> STAND_INS = Set.of("/badMessage", "/badRequest", "/badURI");

  private final Envelope envelope;
  private final Cors cors;

  ServerErrors(Envelope envelope, Cors cors) {
    this.envelope = envelope;
    this.cors = cors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    // What was set for an answer that is not to be does not describe this one.
    headers.remove(HttpHeader.ETAG);
    headers.remove(HttpHeader.SET_COOKIE);
    String id = envelope.seal(request, headers);
    Problem problem = problem(request, response);
    Answer answer = Answer.problem(problem, path(request), id);
    response.setStatus(answer.status());
    answer.forEachHeader((name, value) -> headers.put(new HttpField(name, value)));
    if (cors.matters()) {
      headers.put("Vary", "Origin");
      cors.grant(
          request.getHeaders().get(HttpHeader.ORIGIN),
          (name, value) -> headers.put(new HttpField(name, value)));
    }
    answer.mediaType().ifPresent(type -> headers.put(HttpHeader.CONTENT_TYPE, type));
    headers.put(HttpHeader.CONTENT_LENGTH, answer.length());
    boolean bodyless = request.getMethod().equals("HEAD");
    response.write(true, bodyless ? null : answer.content(), callback);
    return true;
  }

  private static Problem problem(Request request, Response response) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
        ? ProblemStatus.of(refused.getCode(), refused.getReason())
        : ProblemStatus.of(response.getStatus(), null);
  }

  /** The path that was asked for, as far as there is one. */
  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    boolean known = path != null && path.startsWith("/") && !isStandIn(request, path);
    return known ? path : "/";
  }

  /** Whether there was no request, so that Jetty has made one: HTTP/1.0 without a header. */
  private static boolean isStandIn(Request request, String path) {
    return STAND_INS.contains(path)
        && request.getHeaders().size() == 0
        && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0;
  }
}

package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.ProblemStatus;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Makes problems of what goes wrong in Jetty itself, before or behind every route of ours. */
final class ServerErrors implements Request.Handler {
  private final Envelope envelope;

  ServerErrors(Envelope envelope) {
    this.envelope = envelope;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    // What was set for an answer that is not to be does not describe this one.
    headers.remove(HttpHeader.ETAG);
    headers.remove(HttpHeader.SET_COOKIE);
    String id = envelope.seal(request, headers);
    Answer answer =
        Answer.problem(ProblemStatus.of(statusOf(request, response)), path(request), id);
    response.setStatus(answer.status());
    answer.forEachHeader((name, value) -> headers.put(new HttpField(name, value)));
    answer.mediaType().ifPresent(type -> headers.put(HttpHeader.CONTENT_TYPE, type));
    headers.put(HttpHeader.CONTENT_LENGTH, answer.length());
    boolean bodyless = request.getMethod().equals("HEAD");
    response.write(true, bodyless ? null : answer.content(), callback);
    return true;
  }

  private static int statusOf(Request request, Response response) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
        ? refused.getCode()
        : response.getStatus();
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null || !path.startsWith("/") ? "/" : path;
  }
}

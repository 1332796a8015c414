package dev.honeydo.adapters.http.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemJson;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as its handler sees it. Of one thread. */
public final class Exchange {
  private final HttpServletRequest request;
  private final Route route;
  private final List<String> arguments;
  private final RequestBody body;
  private final String requestId;
  private final QueryParameters query;
  private @Nullable Session session;

  Exchange(HttpServletRequest request, RouteTable.Found found, RequestBody body, String requestId) {
    this.request = request;
    this.route = found.route();
    this.arguments = found.arguments();
    this.body = body;
    this.requestId = requestId;
    this.query = QueryParameters.parse(request.getQueryString(), route.parameters());
  }

  /** The segment that stands where the route's path has its only braces. */
  public String argument() {
    return arguments.getFirst();
  }

  /** The query parameters. */
  public QueryParameters query() {
    return query;
  }

  /** The first header field of that name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** Every header field of that name. */
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  /** Whether the method promises to change nothing (RFC 9110, section 9.2.1). */
  public boolean isSafe() {
    String method = request.getMethod();
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** The origin that the client addressed, as far as the request shows it. */
  public String ownOrigin() {
    return request.getScheme() + "://" + request.getHeader("Host");
  }

  /** The IP address of the other end of the connection. */
  public String remoteAddress() {
    String address = request.getRemoteAddr();
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  /**
   * The JSON object in the body.
   *
   * @throws dev.honeydo.adapters.http.problem.Refused when there is none
   */
  public ObjectNode body() {
    return body.object(request, route.body());
  }

  /**
   * The session that the request is made in.
   *
   * @throws IllegalStateException on a route that needs no login
   */
  public Session session() {
    if (session == null) {
      throw new IllegalStateException("nobody needs to be logged in for " + route.path());
    }
    return session;
  }

  /** The user who makes the request, on a route that needs a login. */
  public UserId user() {
    return session().owner();
  }

  /** An answer that tells of a problem. */
  public Answer problem(Problem problem) {
    return Answer.problem(problem, request.getRequestURI(), requestId);
  }

  /** Writes a problem as a part of an answer. */
  public void write(JsonGenerator json, Problem problem) throws IOException {
    ProblemJson.write(json, problem, request.getRequestURI(), requestId);
  }

  void admit(Session admitted) {
    this.session = admitted;
  }
}

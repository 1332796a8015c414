package dev.honeydo.adapters.http.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.client.ClientAddress;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemJson;
import dev.honeydo.application.limit.AddressBlock;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.idempotency.Seed;
import dev.honeydo.domain.user.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
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
  private final Meter meter;
  private final Sender sender;
  private @Nullable Caller caller;
  private @Nullable ObjectNode object;
  private @Nullable Seed seed;

  Exchange(
      HttpServletRequest request,
      RouteTable.Found found,
      RequestBody body,
      String requestId,
      Meter meter,
      Sender sender) {
    this.request = request;
    this.route = found.route();
    this.arguments = found.arguments();
    this.body = body;
    this.requestId = requestId;
    this.meter = meter;
    this.sender = sender;
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
    if (request.getHeader(name) == null) {
      return List.of();
    }
    Enumeration<String> lines = request.getHeaders(name);
    String first = lines.nextElement();
    if (!lines.hasMoreElements()) {
      return List.of(first);
    }
    List<String> all = Collections.list(lines);
    all.addFirst(first);
    return all;
  }

  /** Whether the method promises to change nothing (RFC 9110, section 9.2.1). */
  public boolean isSafe() {
    String method = request.getMethod();
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** Whether no copy is to answer it ({@code Cache-Control: no-cache} and its like). */
  public boolean wantsRecord() {
    return RequestCaching.wantsRecord(headers("Cache-Control"), headers("Pragma"));
  }

  /** The origin that the client addressed, as far as the request shows it. */
  public String ownOrigin() {
    return request.getScheme() + "://" + request.getHeader("Host");
  }

  /** From where the request comes, as far as those say whom we trust; empty where unknown. */
  public String clientAddress() {
    return sender.address().map(ClientAddress::text).orElse("");
  }

  /** What limits take for one client. */
  public AddressBlock clientBlock() {
    return sender.block();
  }

  /**
   * Charges the request to limits: to those of its route once, by whoever its {@link RouteLimit}
   * says, and to others before what they are limits of; the answer tells of the last.
   *
   * @throws dev.honeydo.adapters.http.problem.Refused when that is more than they allow
   */
  public void charge(LimitRequest.Request what) {
    meter.charge(what);
  }

  /**
   * The JSON object in the body.
   *
   * @throws dev.honeydo.adapters.http.problem.Refused when there is none
   */
  public ObjectNode body() {
    ObjectNode known = object;
    if (known == null) {
      known = body.object(request, route.body());
      object = known;
    }
    return known;
  }

  /**
   * What the ids of everything come from that the request makes, where it has a key under which it
   * may be made again; absent where it has none.
   */
  public Optional<Seed> seed() {
    return Optional.ofNullable(seed);
  }

  /** Whom the route is for. */
  public Audience audience() {
    return route.audience();
  }

  /**
   * Who makes the request.
   *
   * @throws IllegalStateException on a route that needs no login
   */
  public Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("nobody needs to be logged in for " + route.path());
    }
    return caller;
  }

  /** The session that the request is made in, on a route that needs a login. */
  public Session session() {
    return caller().session();
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

  void admit(Caller admitted) {
    this.caller = admitted;
  }

  void sow(Seed sown) {
    this.seed = sown;
  }
}

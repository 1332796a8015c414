package dev.honeydo.adapters.http.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All the routes there are, found by path and method.
 *
 * <p>The paths form a tree of their segments, a literal one before one in braces. {@code HEAD} is
 * wherever {@code GET} is, and {@code OPTIONS} everywhere. Paths are compared as they come, not
 * percent-decoded: no path of ours needs an escape, so each has one spelling. Immutable once built.
 */
public final class RouteTable {
  private static final String PREFIX = "/api/";
  private static final String OPTIONS = "OPTIONS";
  private static final String ALIAS = "/api/v1/";

  private final List<Route> routes;
  private final Node root = new Node();

  /**
   * The table of these routes.
   *
   * @throws IllegalArgumentException when two have the same method and path
   */
  public RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    this.routes.forEach(this::add);
  }

  /** Every route, in the order given; {@code HEAD} and the alias are not listed. */
  public List<Route> routes() {
    return routes;
  }

  /** The route for a request. */
  public Match find(String method, String path) {
    String known = path.startsWith(ALIAS) ? PREFIX + path.substring(ALIAS.length()) : path;
    List<String> arguments = new ArrayList<>(1);
    Node node = known.startsWith("/") ? root : null;
    for (int from = 1; node != null && from <= known.length(); ) {
      int slash = known.indexOf('/', from);
      int to = slash < 0 ? known.length() : slash;
      node = node.child(known, from, to, arguments);
      from = to + 1;
    }
    if (node == null || node.methods.isEmpty()) {
      return new Nowhere();
    }
    if (method.equals(OPTIONS)) {
      return new Options(node.allow);
    }
    Route route = node.methods.get(method);
    return route == null ? new WrongMethod(node.allow) : new Found(route, arguments);
  }

  private void add(Route route) {
    Node node = root;
    for (String segment : route.segments()) {
      node = node.grow(segment);
    }
    node.serve(route.method(), route);
    if (route.method().equals("GET")) {
      node.serve("HEAD", route);
    }
  }

  /** What a path and a method lead to. */
  public sealed interface Match {}

  /**
   * A route.
   *
   * @param arguments the segments that stand where the route's path has braces
   */
  public record Found(Route route, List<String> arguments) implements Match {}

  /**
   * A path that does not have the method.
   *
   * @param allow the methods it has, as {@code Allow} lists them
   */
  public record WrongMethod(String allow) implements Match {}

  /**
   * A question about a path.
   *
   * @param allow the methods it has, as {@code Allow} lists them
   */
  public record Options(String allow) implements Match {}

  /** No path of ours. */
  public record Nowhere() implements Match {}

  private record Literal(String segment, Node node) {}

  private static final class Node {
    private final List<Literal> literals = new ArrayList<>();
    private final Map<String, Route> methods = new HashMap<>();
    private @Nullable Node any;
    private String allow = "";

    /** The node of the segment between those places; there are few to look through. */
    @Nullable Node child(String path, int from, int to, List<String> arguments) {
      for (Literal literal : literals) {
        if (literal.segment().length() == to - from && path.startsWith(literal.segment(), from)) {
          return literal.node();
        }
      }
      if (any != null && from < to) {
        arguments.add(path.substring(from, to));
        return any;
      }
      return null;
    }

    Node grow(String segment) {
      if (!segment.startsWith("{")) {
        return literals.stream()
            .filter(it -> it.segment().equals(segment))
            .findFirst()
            .map(Literal::node)
            .orElseGet(() -> grown(segment));
      }
      Node grown = any == null ? new Node() : any;
      any = grown;
      return grown;
    }

    private Node grown(String segment) {
      Literal literal = new Literal(segment, new Node());
      literals.add(literal);
      return literal.node();
    }

    void serve(String method, Route route) {
      if (methods.put(method, route) != null) {
        throw new IllegalArgumentException("there are two of " + method + " " + route.path());
      }
      Set<String> allowed = new TreeSet<>(methods.keySet());
      boolean _ = allowed.add(OPTIONS);
      allow = String.join(", ", allowed);
    }
  }
}

package dev.honeydo.adapters.http;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Has a server that stops answer what it is working on, and turn away what still comes in on
 * connections that are open. What watches over the process goes on being answered as ever.
 */
final class Draining extends GracefulHandler {
  private final Set<String> probes;

  /**
   * Answers these paths to the end.
   *
   * @param probes paths whose requests nobody needs to wait for
   */
  Draining(Set<String> probes) {
    this.probes = Set.copyOf(probes);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean lateProbe = isShutdown() && probes.contains(request.getHttpURI().getPath());
    return lateProbe
        ? getHandler().handle(request, response, callback)
        : super.handle(request, response, callback);
  }
}

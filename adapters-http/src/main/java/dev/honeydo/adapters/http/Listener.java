package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.exchange.Cors;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty with Javalin's servlet and nothing that is not used: no sessions, no WebSockets, no
 * compression, no banner.
 *
 * <p>Each request runs on a virtual thread of its own. Javalin is given one handler for all methods
 * and paths, because finding the route is ours ({@code RouteTable}): 404, 405 and {@code Allow}
 * come from the same list, and one look-up in a tree takes the place of one regular expression
 * after another.
 */
final class Listener {
  private static final int LONGEST_HEADERS = 8 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final Server server;
  private final ServerConnector connector;
  private final Connections connections = new Connections();

  /**
   * Listens for these requests.
   *
   * @param probes paths that are served to the end
   */
  Listener(
      HttpSettings settings, Handler dispatcher, Set<String> probes, Supplier<String> requestIds) {
    // Unbounded: Jetty starts virtual threads past the pool's bound, so the dispatcher has its own.
    VirtualThreadPool threads = new VirtualThreadPool(0);
    threads.setName("http-");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, -1, new HttpConnectionFactory(configuration()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setAcceptQueueSize(1024);
    connector.addBean(connections);
    server.addConnector(connector);
    Envelope envelope = new Envelope(requestIds);
    ServerErrors errors = new ServerErrors(envelope, new Cors(settings.corsOrigins()));
    ServletContextHandler servlets = new ServletContextHandler("/", false, false);
    servlets.setErrorHandler(errors);
    servlets.addServlet(new ServletHolder(servlet(dispatcher)), "/*");
    Draining draining = new Draining(probes);
    draining.setHandler(servlets);
    envelope.setHandler(draining);
    server.setHandler(envelope);
    server.setErrorHandler(errors);
    server.setStopTimeout(settings.drainTime().toMillis());
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // Jetty's memory of field values takes 100 KB for each connection that is kept, and is cleared
    // and filled anew all the time where a proxy sends the tokens of many over one.
    configuration.setHeaderCacheSize(0);
    configuration.setRequestHeaderSize(LONGEST_HEADERS);
    configuration.setUriCompliance(UriCompliance.DEFAULT);
    configuration.setHttpCompliance(HttpCompliance.RFC9110);
    return configuration;
  }

  private static JavalinServlet servlet(Handler dispatcher) {
    Javalin javalin =
        Javalin.create(config -> {
          quiet(config);
          // Runs for every method, also for those that Javalin has no name for.
          config.routes.before(context -> {
            dispatcher.handle(context);
            Context _ = context.skipRemainingHandlers();
          });
        });
    return new JavalinServlet(javalin.unsafe);
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.generateEtags = false;
  }

  void start() {
    try {
      server.start();
    } catch (IOException taken) {
      stop();
      throw new UncheckedIOException(taken);
    } catch (RuntimeException bug) {
      stop();
      throw bug;
    } catch (Exception other) {
      stop();
      throw new IllegalStateException(other);
    }
  }

  int port() {
    int port = connector.getLocalPort();
    if (port <= 0) {
      throw new IllegalStateException("the server does not listen");
    }
    return port;
  }

  /** Waits until nobody is connected, but no longer than that. */
  void awaitNobody(Duration most) {
    connections.awaitNone(most);
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception late) {
      LOG.warn("Stopped with requests still in flight ({})", late.toString());
    }
  }
}

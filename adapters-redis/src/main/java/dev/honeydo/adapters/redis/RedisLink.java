package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that commands go through, many at a time; to a cluster, one to each of its
 * primaries.
 *
 * <p>A server that is away when this is opened is tried again every second; one that goes away
 * later is reconnected to within two. Meanwhile commands are refused at once rather than queued,
 * and none is ever sent twice: what was under way when the connection broke has failed.
 */
final class RedisLink implements AutoCloseable {
  static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final int MOST_UNDER_WAY = 10_000;

  /** How long what was sent may go without a word that it has arrived, where the system knows. */
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(5);

  private final ClientResources resources;
  private final Servers servers;
  private final Duration timeout;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final List<RedisPort> ports = new CopyOnWriteArrayList<>();
  private final AtomicLong incarnation = new AtomicLong();
  private final AtomicBoolean there = new AtomicBoolean();
  private volatile @Nullable StatefulConnection<String, byte[]> connection;
  private final Restraint restraint;
  private final Silence silence;
  private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
  private volatile boolean closed;

  private RedisLink(RedisAddress address, Optional<Path> authorities, Duration timeout) {
    this.timeout = timeout;
    this.resources = resources();
    this.restraint = new Restraint(resources.eventExecutorGroup());
    ClientOptions options = options(timeout, authorities).autoReconnect(true).build();
    ClientOptions forListeners =
        options(CONNECT_TIMEOUT, authorities)
            .autoReconnect(false)
            .protocolVersion(ProtocolVersion.RESP3)
            .build();
    this.servers =
        switch (address) {
          case RedisAddress.One(RedisURI uri, boolean _) ->
              new OneServer(patient(uri), resources, options, forListeners);
          case RedisAddress.Cluster(List<RedisURI> seeds, boolean _) ->
              new ClusterServers(
                  seeds.stream().map(RedisLink::patient).toList(),
                  resources,
                  options,
                  forListeners);
        };
    this.silence =
        new Silence(() -> servers.answer(connected()), timeout, resources.eventExecutorGroup());
    servers.watch(new Watch());
  }

  /**
   * Opens it, and waits for a second at most for the server to be there.
   *
   * @param authorities a file in PEM of those who may vouch for servers; absent for the JDK's
   * @param timeout how long a command may take
   */
  static RedisLink open(RedisAddress address, Optional<Path> authorities, Duration timeout) {
    RedisLink link = new RedisLink(address, authorities, timeout);
    link.await(link.connect());
    return link;
  }

  /** Opens it to one server. */
  static RedisLink open(RedisURI uri, Duration timeout) {
    return open(new RedisAddress.One(uri, false), Optional.empty(), timeout);
  }

  private static RedisURI patient(RedisURI uri) {
    uri.setTimeout(CONNECT_TIMEOUT);
    uri.getSentinels().forEach(it -> it.setTimeout(CONNECT_TIMEOUT));
    return uri;
  }

  private static ClientResources resources() {
    return ClientResources.builder()
        .reconnectDelay(
            () -> Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(2), 2, MILLISECONDS))
        .build();
  }

  private static ClientOptions.Builder options(Duration timeout, Optional<Path> authorities) {
    return trusting(options(timeout), authorities);
  }

  /** Lets these vouch for servers. */
  static ClientOptions.Builder trusting(ClientOptions.Builder options, Optional<Path> authorities) {
    return authorities
        .map(it ->
            options.sslOptions(
                SslOptions.builder().jdkSslProvider().trustManager(it.toFile()).build()))
        .orElse(options);
  }

  private static ClientOptions.Builder options(Duration timeout) {
    return ClientOptions.builder()
        .replayFilter(_ -> true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MOST_UNDER_WAY)
        .scriptCharset(UTF_8)
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .keepAlive(
                    SocketOptions.KeepAliveOptions.builder()
                        .enable()
                        .idle(UNACKNOWLEDGED)
                        .interval(UNACKNOWLEDGED)
                        .count(3)
                        .build())
                .tcpUserTimeout(
                    SocketOptions.TcpUserTimeoutOptions.builder()
                        .enable()
                        .tcpUserTimeout(UNACKNOWLEDGED)
                        .build())
                .build());
  }

  /** How one port reaches the server, with a circuit of its own. */
  RedisPort port(String name) {
    RedisPort port = new RedisPort(name, this, timeout);
    ports.add(port);
    return port;
  }

  /** Whether commands are answered, or nothing is known to the contrary. */
  Silence silence() {
    return silence;
  }

  /** The ports there are, in the order in which they were made. */
  List<RedisPort> ports() {
    return ports;
  }

  /** Whether there is a connection. */
  boolean isConnected() {
    return there.get();
  }

  /** The server's commands; each fails at once while there is no connection. */
  RedisClusterAsyncCommands<String, byte[]> commands() {
    return servers.commands(connected());
  }

  /**
   * Which processes hold the data: another name as soon as one of them was started anew or
   * replaced.
   */
  CompletableFuture<String> identity() {
    return servers.identity(connected());
  }

  private StatefulConnection<String, byte[]> connected() {
    StatefulConnection<String, byte[]> current = connection;
    if (current == null || closed) {
      throw new RedisException("not connected");
    }
    return current;
  }

  /**
   * Counts the connections that there have been, and their ends: two answers between which it has
   * not moved came over one connection, from one server.
   */
  long incarnation() {
    return incarnation.get();
  }

  /**
   * Has {@code watcher} run, by a thread that must not wait, whenever {@link #incarnation} moves.
   */
  void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  /**
   * Connections of their own to every server that holds data, for what they send unasked (RESP3);
   * they are never made again.
   */
  CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> listen() {
    try {
      return servers.listen(connected());
    } catch (RedisException away) {
      return CompletableFuture.failedFuture(away);
    }
  }

  /** Those whom {@link #listen} would listen to; another name when they are others. */
  String listenedTo() {
    StatefulConnection<String, byte[]> current = connected();
    return servers.isCluster() ? servers.listenedTo(current) : Long.toString(incarnation());
  }

  /** What {@code INFO} answers at each server that holds data. */
  CompletableFuture<List<String>> info() {
    return servers.info(connected());
  }

  /**
   * Makes the connection anew, since who answered over that incarnation of it was no primary; now
   * and then, for it may be that there is none.
   */
  void findPrimary(long incarnation) {
    if (incarnation == incarnation() && restraint.isFree()) {
      LOG.warn("Redis may only be read where Honeydo is connected: it looks for the primary");
      renew();
    }
  }

  /** Makes the connection anew: it is there, and nothing comes through. */
  synchronized void renew() {
    StatefulConnection<String, byte[]> mute = connection;
    if (mute != null) {
      connection = null;
      moved(false);
      var _ = mute.closeAsync();
      var _ = connect();
    }
  }

  private CompletableFuture<Boolean> connect() {
    return servers
        .connect()
        .handle((connected, failed) -> {
          if (connected == null) {
            note(Trouble.of(failed));
            connectLater();
            return false;
          }
          note(Trouble.NONE);
          connection = connected;
          moved(true);
          if (closed) {
            var _ = connected.closeAsync();
          }
          return true;
        });
  }

  private void connectLater() {
    if (!closed) {
      var _ =
          resources
              .eventExecutorGroup()
              .schedule(this::connectAgain, BETWEEN_ATTEMPTS.toMillis(), MILLISECONDS);
    }
  }

  private void connectAgain() {
    if (!closed) {
      var _ = connect();
    }
  }

  private void await(CompletableFuture<Boolean> attempt) {
    try {
      boolean _ = attempt.get(CONNECT_TIMEOUT.toMillis(), MILLISECONDS);
    } catch (TimeoutException | ExecutionException silent) {
      LOG.warn("Redis does not answer: Honeydo does without it until it does");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once for each that is another than the last, and does not say less. */
  private void note(Trouble current) {
    if (current == Trouble.AWAY && trouble.get() != Trouble.NONE) {
      return;
    }
    if (trouble.getAndSet(current) != current && current != Trouble.NONE && !closed) {
      LOG.warn("Redis {}: Honeydo does without it, and tries again every second", current.words());
    }
  }

  private void moved(boolean here) {
    var _ = incarnation.incrementAndGet();
    boolean before = there.getAndSet(here);
    if (here && !before) {
      LOG.info("Redis is there");
    } else if (before && !here && !closed) {
      LOG.warn("Redis is gone: Honeydo does without it, and looks for it until it is back");
    }
    watchers.forEach(Runnable::run);
  }

  /** Closes the connections; every command fails from then on. */
  @Override
  public void close() {
    closed = true;
    connection = null;
    servers.close();
    var _ =
        resources
            .shutdown(0, CONNECT_TIMEOUT.toMillis(), MILLISECONDS)
            .awaitUninterruptibly(CONNECT_TIMEOUT.toMillis());
  }

  /** Of a cluster each connection counts: that it is there again may mean another process. */
  private final class Watch implements RedisConnectionStateListener {
    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> which, SocketAddress address) {
      StatefulConnection<String, byte[]> current = connection;
      if (current != null && servers.isPart(which, current)) {
        moved(true);
      }
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> which) {
      StatefulConnection<String, byte[]> current = connection;
      if (current != null && servers.isPart(which, current)) {
        moved(servers.isLeft());
      }
    }
  }
}

package dev.honeydo.benchmarks.load;

import dev.honeydo.benchmarks.peer.BareJetty;
import dev.honeydo.benchmarks.peer.MongoInMemory;
import dev.honeydo.benchmarks.peer.PlainJavalin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** Starts everything that is measured, and all that it needs. */
final class Subjects implements AutoCloseable {
  private static final String HONEYDO = "dev.honeydo.bootstrap.Main";
  private static final Map<String, String> UNLIMITED =
      Map.of(
          "RATE_LIMIT_API", "off",
          "RATE_LIMIT_LOGIN", "off",
          "RATE_LIMIT_REGISTER", "off",
          "HOST", "127.0.0.1",
          "JWT_SECRET_KEY", "a key of benchmarks that signs nothing of worth");

  private final Path directory;
  private final List<String> options;
  private final Deque<Closeable> opened = new ArrayDeque<>();
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final Map<String, Integer> redisPorts = new HashMap<>();
  private @Nullable Household embedded;

  private Subjects(Path directory, List<String> options) {
    this.directory = directory;
    this.options = options;
  }

  /**
   * Starts those.
   *
   * @param options for the JVMs of Honeydo
   */
  static Subjects start(List<String> keys, List<String> options) throws Exception {
    Subjects all = new Subjects(Files.createTempDirectory("honeydo-load"), options);
    try {
      // It gives the answers that its peers give.
      all.embedded();
      if (keys.contains("jetty")) {
        all.peer("bare Jetty", "jetty", BareJetty.class);
      }
      if (keys.contains("javalin")) {
        all.peer("Javalin", "javalin", PlainJavalin.class);
      }
      if (keys.contains("shared")) {
        all.shared("Honeydo, Redis and MongoDB", "shared", 1);
      }
      if (keys.contains("pair")) {
        all.shared("Honeydo, two instances", "pair", 2);
      }
      if (keys.contains("near")) {
        all.copies("Honeydo, copies near", "near", "", "");
      }
      if (keys.contains("far")) {
        all.copies("Honeydo, copies in Redis alone", "far", "untold:pw@", "");
      }
      if (keys.contains("none")) {
        all.copies("Honeydo, no copies", "none", "", "Cache-Control: no-cache\r\n");
      }
      return all;
    } catch (Exception failed) {
      all.close();
      throw failed;
    }
  }

  /** Those of these keys, in that order. */
  Map<String, Subject> of(List<String> keys) {
    Map<String, Subject> chosen = new LinkedHashMap<>();
    for (String key : keys) {
      Subject subject = subjects.get(key);
      if (subject != null) {
        chosen.put(key, subject);
      }
    }
    return chosen;
  }

  private void embedded() throws Exception {
    Path home = Files.createDirectory(directory.resolve("embedded"));
    ServerProcess server = honeydo(home, Map.of());
    Household household = Household.moveIn(server.address());
    household.record(server.address(), directory);
    embedded = household;
    keep("embedded", new Subject("Honeydo, embedded", List.of(server), household));
  }

  private void peer(String name, String key, Class<?> main) throws Exception {
    int port = ServerProcess.freePort();
    ServerProcess server =
        ServerProcess.start(
            main.getName(),
            port,
            directory,
            List.of(),
            List.of(String.valueOf(port), directory.toString()),
            Map.of());
    opened.push(server::close);
    if (embedded == null) {
      throw new IllegalStateException("nobody has said what to answer");
    }
    keep(key, new Subject(name, List.of(server), embedded));
  }

  private void shared(String name, String key, int instances) throws Exception {
    int redisPort = redis();
    int mongoPort = ServerProcess.freePort();
    ServerProcess mongo =
        ServerProcess.start(
            MongoInMemory.class.getName(),
            mongoPort,
            directory,
            List.of(),
            List.of(String.valueOf(mongoPort)),
            Map.of());
    opened.push(mongo::close);
    Map<String, String> settings =
        Map.of(
            "REDIS_URL", "redis://127.0.0.1:" + redisPort,
            "DB_URI", "mongodb://127.0.0.1:" + mongoPort,
            "INSTANCES", String.valueOf(instances));
    List<ServerProcess> servers = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      servers.add(honeydo(Files.createDirectory(directory.resolve(key + i)), settings));
    }
    Household household = Household.moveIn(servers.getFirst().address());
    keep(key, new Subject(name, servers, household));
    redisPorts.put(key, redisPort);
  }

  /**
   * SQLite and a Redis.
   *
   * @param login whom Redis takes it for
   * @param headers what those who ask add
   */
  private void copies(String name, String key, String login, String headers) throws Exception {
    int redisPort = redis();
    // Who may do everything but be told of changes, so that nothing is kept near.
    RedisInfo.tell(
        redisPort, "ACL SETUSER untold on >pw ~* &* +@all -client +client|setname +client|id");
    ServerProcess server =
        honeydo(
            Files.createDirectory(directory.resolve(key)),
            Map.of("REDIS_URL", "redis://" + login + "127.0.0.1:" + redisPort));
    Household household = Household.moveIn(server.address());
    keep(key, new Subject(name, List.of(server), household.adding(headers)));
    redisPorts.put(key, redisPort);
  }

  private int redis() throws IOException {
    int port = ServerProcess.freePort();
    RedisServer redis =
        RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    redis.start();
    opened.push(redis::stop);
    return port;
  }

  /** How often the Redis behind a subject has read from a client; 0 where there is none. */
  long redisReads(String key) throws IOException {
    Integer port = redisPorts.get(key);
    return port == null ? 0 : RedisInfo.reads(port);
  }

  private ServerProcess honeydo(Path home, Map<String, String> settings) throws Exception {
    int port = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>(UNLIMITED);
    environment.put("PORT", String.valueOf(port));
    environment.putAll(settings);
    ServerProcess server =
        ServerProcess.start(HONEYDO, port, home, options, List.of(), environment);
    opened.push(server::close);
    return server;
  }

  private void keep(String key, Subject subject) {
    opened.push(subject::close);
    subjects.put(key, subject);
  }

  @Override
  public void close() throws IOException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}

package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.SetArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Tries the server with a key that is nobody's, different each time. */
final class RedisHealthProbe implements HealthProbe {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final RedisPort port;
  private final Supplier<String> unique;

  RedisHealthProbe(RedisPort port, Supplier<String> unique) {
    this.port = port;
    this.unique = unique;
  }

  @Override
  public Passed probe() {
    String name = unique.get();
    String key = Keys.health(name);
    byte[] value = name.getBytes(US_ASCII);
    var _ = port.ask("probe", it -> it.ping());
    var _ = port.ask("probe", it -> it.set(key, value, SetArgs.Builder.px(KEPT)));
    byte[] found = port.ask("probe", it -> it.get(key));
    long deleted = port.ask("probe", it -> it.del(key));
    if (!Arrays.equals(found, value) || deleted != 1) {
      throw new PortUnavailable(
          "HealthProbe", "probe", new IOException("the server does not keep what it is given"));
    }
    return new Passed(List.of("ping", "set", "get", "delete"));
  }
}

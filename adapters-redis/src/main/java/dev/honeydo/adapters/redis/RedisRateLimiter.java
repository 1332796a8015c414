package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.Standing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limits that all instances share, by the generic cell rate algorithm (GCRA).
 *
 * <p>Of each bucket one number is kept: when it will be full again ("theoretical arrival time"), in
 * microseconds of the server's own clock, so that the clocks of instances do not matter. One script
 * looks at every bucket of a request and then charges all or none; numbers stay far below 2^53, up
 * to which Lua's are exact. A bucket is gone when it is full again. What is refused writes nothing,
 * but where a bucket holds more than its limit can have taken from it, because the limit was
 * another or the clock went back: that is put right.
 *
 * <p>{@code hd:1:rl:{partition}:limit:subject}, the two in hashes of 128 bits: an address that
 * somebody logs in with stands nowhere in the clear.
 */
final class RedisRateLimiter implements RateLimiter {
  static final String KEYS = "hd:1:rl:";

  private static final Script SPEND =
      Script.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local cost = tonumber(ARGV[1])
          local function keep(key, missing)
            redis.call('SET', key, string.format('%.0f', now + missing),
                'PX', string.format('%.0f', math.ceil(missing / 1000)))
          end
          local missing = {}
          local by, wait = 0, 0
          for i, key in ipairs(KEYS) do
            local interval, quota = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
            local capacity = interval * quota
            missing[i] = math.max(0, (tonumber(redis.call('GET', key) or '') or now) - now)
            if missing[i] > capacity then
              missing[i] = capacity
              keep(key, capacity)
            end
            local lacks = missing[i] + cost * interval - capacity
            if lacks > wait then
              by, wait = i, lacks
            end
          end
          if by == 0 and cost > 0 then
            for i, key in ipairs(KEYS) do
              missing[i] = missing[i] + cost * tonumber(ARGV[2 * i])
              keep(key, missing[i])
            end
          end
          return {by, wait, unpack(missing)}
          """);

  private final RedisPort redis;

  RedisRateLimiter(RedisPort redis) {
    this.redis = redis;
  }

  @Override
  public Spending spend(Charge charge) {
    List<Bucket> buckets = charge.buckets();
    List<@Nullable Object> answer =
        redis.run("spend", SPEND, keys(charge), arguments(charge).toArray(byte[][]::new));
    if (answer.size() != buckets.size() + 2) {
      throw new PortUnavailable(
          "RateLimiter", "spend", new IllegalStateException("the script answered something else"));
    }
    return redis.understood("spend", () -> spending(buckets, answer));
  }

  private static Spending spending(List<Bucket> buckets, List<@Nullable Object> answer) {
    List<Standing> standings = new ArrayList<>(buckets.size());
    for (int i = 0; i < buckets.size(); i++) {
      standings.add(LocalRateLimiter.standing(buckets.get(i).limit(), number(answer, i + 2)));
    }
    int by = Math.toIntExact(number(answer, 0));
    return by == 0
        ? new Admitted(standings)
        : new Refused(
            buckets.get(by - 1).limit(), LocalRateLimiter.micros(number(answer, 1)), standings);
  }

  private static List<String> keys(Charge charge) {
    String prefix = KEYS + "{" + hash(charge.partition()) + "}:";
    return charge.buckets().stream()
        .map(it -> prefix + it.limit().name() + ":" + hash(it.subject()))
        .toList();
  }

  private static List<byte[]> arguments(Charge charge) {
    List<byte[]> arguments = new ArrayList<>();
    arguments.add(text(charge.cost()));
    for (Bucket bucket : charge.buckets()) {
      RateLimit limit = bucket.limit();
      arguments.add(text(LocalRateLimiter.micros(limit.interval())));
      arguments.add(text(limit.quota()));
    }
    return arguments;
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }

  private static long number(List<@Nullable Object> answer, int index) {
    return (Long) Objects.requireNonNull(answer.get(index));
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

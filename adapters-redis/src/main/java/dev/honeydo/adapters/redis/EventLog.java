package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Events.Entry;
import dev.honeydo.application.port.Events.Missed;
import dev.honeydo.application.port.Events.News;
import dev.honeydo.application.port.Events.Quiet;
import dev.honeydo.application.port.Events.Reading;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Each user's events as a stream, <code>hd:ev1:{user}</code>, whose entries have one field.
 *
 * <p>A stream is made when somebody first asks where it ends, with an entry that says nothing; so
 * every place is an entry's id. Reading begins with that very entry: where it is gone, trimmed or
 * flushed away, there is no saying what came between. An entry may say that some are missing.
 */
final class EventLog {
  /** What all streams begin with, and nothing else. */
  static final String KEYS = "hd:ev1:{";

  /** How many of a user's events are kept, about. */
  static final int MOST = 256;

  private static final Duration KEPT = Duration.ofDays(1);
  private static final String FIELD = "e";
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}-[0-9]{1,18}");
  private static final byte[] START = "start".getBytes(US_ASCII);
  private static final byte[] GAP = "gap".getBytes(US_ASCII);

  private static final Script APPEND =
      Script.of(
          """
          redis.call('XADD', KEYS[1], 'NOMKSTREAM', 'MAXLEN', '~', ARGV[2], '*', 'e', ARGV[1])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          return {1}
          """);

  private static final Script END =
      Script.of(
          """
          local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
          if #last > 0 then
            return {last[1][1]}
          end
          local time = redis.call('TIME')
          local now = time[1] .. string.format('%03d', math.floor(time[2] / 1000))
          local id = redis.pcall('XADD', KEYS[1], now .. '-' .. ARGV[3], 'e', ARGV[1])
          if type(id) == 'table' then
            id = redis.call('XADD', KEYS[1], '*', 'e', ARGV[1])
          end
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          return {id}
          """);

  private static final Script BREAK =
      Script.of(
          """
          local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
          if #last > 0 and last[1][2][2] ~= ARGV[1] then
            redis.call('XADD', KEYS[1], '*', 'e', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
          end
          return {1}
          """);

  private final RedisLink link;
  private final RedisPort port;
  private final Supplier<String> unique;
  private final int most;

  /**
   * The logs on that server.
   *
   * @param unique gives what nobody else ever gives, to tell streams apart that begin one after the
   *     other in the same millisecond
   * @param most how many of a user's events are kept, about
   */
  EventLog(RedisLink link, Supplier<String> unique, int most) {
    this.link = link;
    this.unique = unique;
    this.port = link.port("Events");
    this.most = most;
  }

  /** Where a user's events are. */
  static String key(UserId owner) {
    return KEYS + owner + "}";
  }

  /** Whose events are there, or empty where they are nobody's. */
  static Optional<UserId> owner(String key) {
    try {
      return key.startsWith(KEYS) && key.endsWith("}")
          ? Optional.of(new UserId(UUID.fromString(key.substring(KEYS.length(), key.length() - 1))))
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Sends an event on its way; fails later where it does not arrive. */
  CompletableFuture<?> append(UserId owner, Event event) {
    byte[] most = text(this.most);
    // By its text: there is nobody to send it again should the server not know its digest.
    return sent(() ->
        link.commands()
            .<List<Object>>eval(
                APPEND.text(),
                ScriptOutputType.MULTI,
                new String[] {key(owner)},
                EventPayload.write(event),
                most,
                text(KEPT.toMillis()))
            .toCompletableFuture());
  }

  /** Removes a user's events; fails later where they stay. */
  CompletableFuture<?> remove(UserId owner) {
    return sent(() -> link.commands().del(key(owner)).toCompletableFuture());
  }

  private static CompletableFuture<?> sent(Supplier<CompletableFuture<?>> it) {
    try {
      return it.get();
    } catch (RedisException away) {
      return CompletableFuture.failedFuture(away);
    }
  }

  /**
   * The place behind everything that is there.
   *
   * @throws PortUnavailable when the server does not say
   */
  EventId end(UserId owner) {
    List<@Nullable Object> answer =
        port.run("end", END, List.of(key(owner)), START, text(KEPT.toMillis()), text(first()));
    byte[] id = port.understood("end", () -> (byte[]) Objects.requireNonNull(answer.getFirst()));
    return EventId.parse(new String(id, UTF_8))
        .orElseThrow(
            () -> new PortUnavailable("Events", "end", new IllegalStateException("no id")));
  }

  /** Where a stream begins within its millisecond: nobody's place in one that was there before. */
  private long first() {
    return UUID.nameUUIDFromBytes(unique.get().getBytes(UTF_8)).getMostSignificantBits() >>> 14;
  }

  /**
   * Notes that events may be missing, for those who read what is there.
   *
   * @throws PortUnavailable when the server does not answer
   */
  void noteGap(UserId owner) {
    long _ = port.number("publish", BREAK, List.of(key(owner)), GAP, text(KEPT.toMillis()));
  }

  /**
   * Returns if the server answers.
   *
   * @throws PortUnavailable when it does not
   */
  void check() {
    String _ = port.ask("read", it -> it.ping());
  }

  /**
   * What is there behind a place.
   *
   * @throws PortUnavailable when the server does not say
   */
  Reading read(UserId owner, EventId after) {
    if (!PLACE.matcher(after.text()).matches()) {
      return new Missed(end(owner));
    }
    Range<String> range = Range.from(Boundary.including(after.text()), Boundary.unbounded());
    List<StreamMessage<String, byte[]>> there =
        port.ask("read", it -> it.xrange(key(owner), range, Limit.from(Events.MOST + 1L)));
    return there.isEmpty() || !there.getFirst().getId().equals(after.text())
        ? new Missed(end(owner))
        : behind(there.subList(1, there.size()));
  }

  private static Reading behind(List<StreamMessage<String, byte[]>> there) {
    List<Entry> entries = new ArrayList<>(there.size());
    for (StreamMessage<String, byte[]> each : there) {
      EventId id = new EventId(each.getId());
      Optional<Event> event =
          Optional.ofNullable(each.getBody().get(FIELD)).flatMap(EventPayload::read);
      if (event.isEmpty() && entries.isEmpty()) {
        return new Missed(id);
      }
      if (event.isEmpty()) {
        break;
      }
      entries.add(new Entry(id, event.get()));
    }
    return entries.isEmpty() ? new Quiet() : new News(entries);
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(US_ASCII);
  }
}

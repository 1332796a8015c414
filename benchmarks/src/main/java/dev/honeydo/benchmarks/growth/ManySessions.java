package dev.honeydo.benchmarks.growth;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.benchmarks.growth.Growth.Column;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An installation with many sessions, ten for each user. */
final class ManySessions {
  private static final int EACH = 10;

  private final Sessions sessions;
  private final int count;

  private ManySessions(Sessions sessions, int count) {
    this.sessions = sessions;
    this.count = count;
  }

  static ManySessions fill(Sessions sessions, int count) throws InterruptedException {
    ManySessions many = new ManySessions(sessions, count);
    AllAtOnce.run(
        count,
        i -> {
          Sessions.Opening _ = many.open(i);
        });
    return many;
  }

  private Sessions.Opening open(int number) {
    return sessions.open(session(number), token(number), EACH);
  }

  private static Session session(int number) {
    Instant now = Instant.now();
    return new Session(
        id(number),
        owner(number),
        new Device(Optional.of(new DeviceLabel("laptop")), "a browser", "192.0.2.1"),
        AuthenticationMethod.PASSWORD,
        now,
        now,
        Duration.ofHours(24),
        now.plus(Duration.ofDays(30)),
        SessionData.NONE);
  }

  private static UserId owner(int number) {
    return new UserId(new UUID(0x0123_4567_89ab_7000L + number / EACH, 0x8000_0000_0000_0001L));
  }

  private static SessionId id(int number) {
    return new SessionId(new UUID(0x0123_4567_89ab_7000L, 0x8000_0000_0000_0000L + number));
  }

  private static SessionTokenHash token(int number) {
    return new SessionTokenHash("token " + number);
  }

  private int any(int number) {
    return Math.floorMod(number * 7_919, count);
  }

  void measure(Column column) {
    column.time("find by token", i -> sessions.find(owner(any(i)), token(any(i))));
    column.time("find by id", i -> sessions.find(owner(any(i)), id(any(i))));
    column.time("list", i -> sessions.list(owner(any(i))));
    column.time("touch", i -> sessions.touch(owner(any(i)), id(any(i)), Instant.now()));
    column.time("open, over the limit", i -> open(count + any(i)));
    column.time("purge, with nothing to purge", _ -> sessions.purge(100));
  }
}

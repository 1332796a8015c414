package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The devices of one user do not get into each other's way, though one document holds them all. */
final class TouchesTest {

  @Test
  void costOneReadAndOneUpdateEachHoweverManyComeAtOnce() {
    try (JvmServer server = new JvmServer(0);
        MongoAdapters adapters =
            MongoAdapters.open(Installation.config(server.uri(), "honeydo"), new TestClock())) {
      Sessions sessions = adapters.sessions();
      List<Session> devices = opened(sessions, Specimens.userId());
      int reads = server.received("find").size();
      int updates = server.received("update").size();
      Instant later = Specimens.NOW.plusSeconds(60);
      assertThat(
              Race.run(number -> {
                Session device = devices.get(number);
                return sessions.touch(device.owner(), device.id(), later);
              }))
          .containsOnly(new Sessions.Touched());
      assertThat(server.received("find")).hasSize(reads + Race.CONTENDERS);
      assertThat(server.received("update")).hasSize(updates + Race.CONTENDERS);
      assertThat(sessions.list(devices.getFirst().owner()))
          .containsExactlyInAnyOrderElementsOf(
              devices.stream().map(it -> it.touched(later)).toList());
    }
  }

  private static List<Session> opened(Sessions sessions, UserId owner) {
    List<Session> devices =
        Stream.generate(() -> Specimens.session(owner, Specimens.NOW))
            .limit(Race.CONTENDERS)
            .toList();
    for (Session device : devices) {
      assertThat(sessions.open(device, Specimens.tokenHash(), Race.CONTENDERS).ended()).isEmpty();
    }
    return devices;
  }
}

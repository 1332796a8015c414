package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is opened is found, to the letter, and by its owner alone. */
interface SessionsKeeping extends SessionsSubject {

  @Test
  @DisplayName("SESS-1 an open session is found by its token")
  default void findsByToken() {
    Session session = Specimens.session(Specimens.userId(), now());
    SessionTokenHash token = opened(session);
    assertThat(sessions().find(session.owner(), token)).contains(session);
  }

  @Test
  @DisplayName("SESS-2 an open session is found by its id")
  default void findsById() {
    Session session = Specimens.session(Specimens.userId(), now());
    var _ = opened(session);
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-3 a token that nobody was given finds nothing")
  default void findsNothingByUnknownToken() {
    Session session = Specimens.session(Specimens.userId(), now());
    var _ = opened(session);
    assertThat(sessions().find(session.owner(), Specimens.tokenHash())).isEmpty();
  }

  @Test
  @DisplayName("SESS-4 an id that no session has finds nothing")
  default void findsNothingByUnknownId() {
    Session session = Specimens.session(Specimens.userId(), now());
    var _ = opened(session);
    assertThat(sessions().find(session.owner(), Specimens.sessionId())).isEmpty();
  }

  @Test
  @DisplayName("SESS-5 a token finds nothing for another owner")
  default void findsNothingByTokenForOthers() {
    Session session = Specimens.session(Specimens.userId(), now());
    SessionTokenHash token = opened(session);
    assertThat(sessions().find(Specimens.userId(), token)).isEmpty();
  }

  @Test
  @DisplayName("SESS-6 an id finds nothing for another owner")
  default void findsNothingByIdForOthers() {
    Session session = Specimens.session(Specimens.userId(), now());
    var _ = opened(session);
    assertThat(sessions().find(Specimens.userId(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-7 each token finds its own session")
  default void tellsTokensApart() {
    UserId owner = Specimens.userId();
    Session one = Specimens.session(owner, now());
    Session two = Specimens.session(owner, now());
    SessionTokenHash tokenOfOne = opened(one);
    SessionTokenHash tokenOfTwo = opened(two);
    assertThat(sessions().find(owner, tokenOfOne)).contains(one);
    assertThat(sessions().find(owner, tokenOfTwo)).contains(two);
  }

  @Test
  @DisplayName("SESS-8 tokens that differ in letter case only are different tokens")
  default void tellsSimilarTokensApart() {
    Session session = Specimens.session(Specimens.userId(), now());
    String random = session.id().toString().replace("-", "");
    SessionTokenHash token = new SessionTokenHash(random + "AbCdEfGhIjK");
    var _ = sessions().open(session, token, 10);
    SessionTokenHash similar = new SessionTokenHash(random + "aBcDeFgHiJk");
    assertThat(sessions().find(session.owner(), similar)).isEmpty();
  }

  @Test
  @DisplayName("SESS-9 another view finds an opened session at once")
  default void showsOpenedToOthers() {
    Session session = Specimens.session(Specimens.userId(), now());
    SessionTokenHash token = opened(session);
    assertThat(anotherView().find(session.owner(), token)).contains(session);
    assertThat(anotherView().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-10 a device keeps 100 code points of label and 512 of agent")
  default void keepsLongestDevice() {
    assertKept(
        on(
            new Device(
                Optional.of(new DeviceLabel(BEE.repeat(100))),
                BEE.repeat(512),
                "2001:db8:85a3::8a2e:370:7334%eth0")));
  }

  @Test
  @DisplayName("SESS-11 a device of which nothing is known is kept as such")
  default void keepsUnknownDevice() {
    assertKept(on(new Device(Optional.empty(), "", "")));
  }

  @Test
  @DisplayName("SESS-12 an agent that means something to a query language is just text")
  default void keepsSyntax() {
    assertKept(on(new Device(Optional.empty(), Specimens.SYNTAX + "\r\n\t", "'::1'")));
  }

  @Test
  @DisplayName("SESS-13 data of 4096 bytes is kept to the letter")
  default void keepsLargestData() {
    String padding = BEE.repeat((SessionData.MOST_BYTES - "{\"a\":\"\"}".length()) / 4);
    assertKept(holding("{\"a\":\"" + padding + "\"}"));
  }

  @Test
  @DisplayName("SESS-14 data keeps its spelling: order, numbers and escapes")
  default void keepsSpellingOfData() {
    assertKept(
        holding("{\"z\":1,\"a\":{\"$set\":1.0,\"b.c\":null},\"\":\"\\u00e9\\/\",\"n\":1e2}"));
  }

  @Test
  @DisplayName("SESS-15 limits are kept to the millisecond")
  default void keepsLimits() {
    assertKept(
        Specimens.session(
            Specimens.userId(),
            now(),
            new SessionLimits(Duration.ofMillis(90_061_007), Duration.ofMillis(90_061_009), 3)));
  }

  @Test
  @DisplayName("SESS-16 when it was opened and when it was last used are two instants")
  default void keepsBothInstants() {
    Session session = Specimens.session(Specimens.userId(), now().minusMillis(1234));
    assertKept(session.touched(now().minusMillis(7)));
  }

  @Test
  @DisplayName("SESS-17 of many that are opened at once none is lost")
  default void keepsAllOpenedAtOnce() {
    Sessions other = anotherView();
    UserId owner = Specimens.userId();
    List<Session> all =
        Race.run(number -> {
          Session session = Specimens.session(owner, now());
          Sessions view = number % 2 == 0 ? sessions() : other;
          var _ = view.open(session, Specimens.tokenHash(), Race.CONTENDERS);
          return session;
        });
    assertThat(all).allSatisfy(it -> assertThat(sessions().find(owner, it.id())).contains(it));
  }

  private SessionTokenHash opened(Session session) {
    SessionTokenHash token = Specimens.tokenHash();
    assertThat(sessions().open(session, token, 10)).isEqualTo(new Sessions.Opening(List.of()));
    return token;
  }

  private void assertKept(Session session) {
    var _ = opened(session);
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  private Session on(Device device) {
    return Session.open(
        Specimens.sessionId(),
        Specimens.userId(),
        device,
        AuthenticationMethod.PASSWORD,
        SessionLimits.DEFAULT,
        SessionData.NONE,
        now());
  }

  private Session holding(String json) {
    return Session.open(
        Specimens.sessionId(),
        Specimens.userId(),
        Specimens.device(),
        AuthenticationMethod.PASSWORD,
        SessionLimits.DEFAULT,
        new SessionData(json),
        now());
  }
}

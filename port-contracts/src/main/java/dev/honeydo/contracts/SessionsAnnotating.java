package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionTokenHash;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client keeps with a session is replaced by whoever knows what is there, and else not. */
interface SessionsAnnotating extends SessionsSubject {
  /** What sessions are annotated with here. */
  SessionData LIGHT = new SessionData("{\"theme\":\"light\",\"$set\":{\"a.b\":1.0}}");

  @Test
  @DisplayName("SESS-82 an annotated session holds the new data, and is otherwise as it was")
  default void annotates() {
    Session session = opened(Specimens.userId());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
    assertThat(sessions().find(session.owner(), session.id())).contains(session.withData(LIGHT));
  }

  @Test
  @DisplayName("SESS-83 an annotated session is found by its token with the new data")
  default void showsAnnotationByToken() {
    SessionTokenHash token = Specimens.tokenHash();
    Session session = opened(Specimens.userId(), token);
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
    assertThat(sessions().find(session.owner(), token)).contains(session.withData(LIGHT));
  }

  @Test
  @DisplayName("SESS-84 an annotated session is listed with the new data")
  default void listsAnnotation() {
    Session session = opened(Specimens.userId());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
    assertThat(sessions().list(session.owner())).containsExactly(session.withData(LIGHT));
  }

  @Test
  @DisplayName("SESS-85 another view sees at once that a session was annotated")
  default void showsAnnotationToOthers() {
    Sessions other = anotherView();
    Session session = opened(Specimens.userId());
    var _ = other.find(session.owner(), session.id());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
    assertThat(other.find(session.owner(), session.id())).contains(session.withData(LIGHT));
  }

  @Test
  @DisplayName("SESS-86 who builds on other data is told what is there")
  default void tellsCurrentData() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().annotate(session.owner(), session.id(), SessionData.NONE, LIGHT))
        .isEqualTo(new Sessions.Overtaken(session.data()));
  }

  @Test
  @DisplayName("SESS-87 who builds on other data changes nothing")
  default void keepsNothingOvertaken() {
    Session session = opened(Specimens.userId());
    var _ = sessions().annotate(session.owner(), session.id(), SessionData.NONE, LIGHT);
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-88 data of the same meaning in another spelling is other data")
  default void comparesSpelling() {
    Session session = opened(Specimens.userId());
    SessionData spelt = new SessionData("{\"n\":1,\"e\":\"\u00e9\"}");
    assertThat(annotate(session, spelt)).isEqualTo(new Sessions.Annotated());
    for (String other :
        List.of(
            "{\"n\":1.0,\"e\":\"\u00e9\"}",
            "{\"e\":\"\u00e9\",\"n\":1}",
            "{\"n\":1,\"e\":\"\\u00e9\"}",
            "{\"n\":1,\"e\":\"e\u0301\"}",
            "{\"n\":1,\"E\":\"\u00e9\"}")) {
      assertThat(sessions().annotate(session.owner(), session.id(), new SessionData(other), LIGHT))
          .isEqualTo(new Sessions.Overtaken(spelt));
    }
  }

  @Test
  @DisplayName("SESS-89 data of 4096 bytes is annotated to the letter, and built on")
  default void annotatesLargestData() {
    Session session = opened(Specimens.userId());
    String padding = BEE.repeat((SessionData.MOST_BYTES - "{\"a\":\"\"}".length()) / 4);
    SessionData large = new SessionData("{\"a\":\"" + padding + "\"}");
    assertThat(annotate(session, large)).isEqualTo(new Sessions.Annotated());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Overtaken(large));
    assertThat(annotate(session.withData(large), LIGHT)).isEqualTo(new Sessions.Annotated());
  }

  @Test
  @DisplayName("SESS-90 what was never opened cannot be annotated")
  default void annotatesNothingUnknown() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().annotate(session.owner(), Specimens.sessionId(), session.data(), LIGHT))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }

  @Test
  @DisplayName("SESS-91 somebody else's session cannot be annotated")
  default void annotatesNothingOfOthers() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().annotate(Specimens.userId(), session.id(), session.data(), LIGHT))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }

  @Test
  @DisplayName("SESS-92 a session can be annotated one millisecond before it expires")
  default void annotatesUntilItExpires() {
    Session session = opened(Specimens.userId());
    elapse(session.idle().minusMillis(1));
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
  }

  @Test
  @DisplayName("SESS-93 a session cannot be annotated from the instant it expires")
  default void annotatesNothingExpired() {
    Session session = opened(Specimens.userId());
    elapse(session.idle());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-94 annotating is no use: a session ends when it would have ended")
  default void putsOffNothingByAnnotating() {
    Session session = opened(Specimens.userId());
    elapse(session.idle().minusMillis(1));
    var _ = annotate(session, LIGHT);
    elapse(Duration.ofMillis(1));
    assertThat(sessions().list(session.owner())).isEmpty();
  }

  @Test
  @DisplayName("SESS-95 a revoked session cannot be annotated, and stays revoked")
  default void annotatesNothingRevoked() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Gone());
    assertThat(sessions().list(session.owner())).isEmpty();
  }

  @Test
  @DisplayName("SESS-96 annotating one session leaves the owner's others alone")
  default void annotatesOneOnly() {
    Session one = opened(Specimens.userId());
    Session other = opened(one.owner());
    assertThat(annotate(one, LIGHT)).isEqualTo(new Sessions.Annotated());
    assertThat(sessions().list(one.owner())).containsExactlyInAnyOrder(one.withData(LIGHT), other);
  }

  @Test
  @DisplayName("SESS-97 a session that is used keeps what it was annotated with")
  default void keepsAnnotationWhenTouched() {
    Session session = opened(Specimens.userId());
    assertThat(annotate(session, LIGHT)).isEqualTo(new Sessions.Annotated());
    elapse(Duration.ofMinutes(5));
    var _ = sessions().touch(session.owner(), session.id(), now());
    assertThat(sessions().list(session.owner()))
        .containsExactly(session.withData(LIGHT).touched(now()));
  }

  @Test
  @DisplayName("SESS-98 of many that build on the same data at once exactly one is kept")
  default void annotatesOnceOfMany() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          List<Sessions.Annotation> results =
              Race.run(number ->
                  (number % 2 == 0 ? sessions() : other)
                      .annotate(session.owner(), session.id(), session.data(), numbered(number)));
          List<Integer> winners =
              IntStream.range(0, results.size())
                  .filter(number -> results.get(number) instanceof Sessions.Annotated)
                  .boxed()
                  .toList();
          assertThat(winners).hasSize(1);
          assertThat(sessions().list(session.owner()))
              .containsExactly(session.withData(numbered(winners.getFirst())));
        });
  }

  @Test
  @DisplayName("SESS-99 those who lose such a race are told what is there")
  default void tellsLosersCurrentData() {
    Sessions other = anotherView();
    Session session = opened(Specimens.userId());
    List<Sessions.Annotation> results =
        Race.run(number ->
            (number % 2 == 0 ? sessions() : other)
                .annotate(session.owner(), session.id(), session.data(), numbered(number)));
    SessionData kept = sessions().list(session.owner()).getFirst().data();
    assertThat(results)
        .filteredOn(result -> !(result instanceof Sessions.Annotated))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).isEqualTo(new Sessions.Overtaken(kept)));
  }

  @Test
  @DisplayName("SESS-100 where each builds on what it is told no annotation is lost")
  default void losesNoAnnotation() {
    Sessions other = anotherView();
    Session session = opened(Specimens.userId());
    assertThat(annotate(session, new SessionData("{}"))).isEqualTo(new Sessions.Annotated());
    var _ =
        Race.run(8, number -> addUntilKept(number % 2 == 0 ? sessions() : other, session, number));
    String json = sessions().list(session.owner()).getFirst().data().json();
    for (int number = 0; number < 8; number++) {
      assertThat(json).containsOnlyOnce("\"" + number + "\"");
    }
  }

  @Test
  @DisplayName("SESS-101 of a use and an annotation at once neither is lost")
  default void keepsTouchAndAnnotation() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          elapse(Duration.ofMinutes(1));
          List<Object> results =
              Race.run(
                  2,
                  number ->
                      number == 0
                          ? sessions().touch(session.owner(), session.id(), now())
                          : other.annotate(session.owner(), session.id(), session.data(), LIGHT));
          assertThat(results).containsExactly(new Sessions.Touched(), new Sessions.Annotated());
          assertThat(sessions().list(session.owner()))
              .containsExactly(session.withData(LIGHT).touched(now()));
        });
  }

  @Test
  @DisplayName("SESS-102 no annotation that is still on its way brings a revoked session back")
  default void annotationsBringNothingBack() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? sessions().revoke(session.owner(), session.id())
                          : other.annotate(
                              session.owner(), session.id(), session.data(), numbered(number)));
          assertThat(sessions().list(session.owner())).isEmpty();
        });
  }

  private Sessions.Annotation annotate(Session session, SessionData next) {
    return sessions().annotate(session.owner(), session.id(), session.data(), next);
  }

  private static SessionData numbered(int number) {
    return new SessionData("{\"number\":" + number + "}");
  }

  /** Adds a member, building on what is there as often as somebody else was quicker. */
  private static int addUntilKept(Sessions view, Session session, int number) {
    SessionData expected = SessionData.NONE;
    for (int tries = 1; tries <= 1000; tries++) {
      SessionData next =
          new SessionData(
              expected.json().equals("{}")
                  ? "{\"" + number + "\":0}"
                  : expected.json().replaceFirst("\\{", "{\"" + number + "\":0,"));
      switch (view.annotate(session.owner(), session.id(), expected, next)) {
        case Sessions.Annotated _ -> {
          return tries;
        }
        case Sessions.Overtaken(SessionData current) -> expected = current;
        case Sessions.Gone gone -> throw new AssertionError(gone);
      }
    }
    throw new AssertionError("overtaken a thousand times");
  }
}

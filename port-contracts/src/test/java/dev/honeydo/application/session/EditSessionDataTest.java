package dev.honeydo.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Race;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.user.User;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EditSessionDataTest {
  private static final SessionData LIGHT = new SessionData("{\"theme\":\"light\"}");

  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void theDataIsAnother() {
    assertThat(edit(_ -> LIGHT))
        .isEqualTo(new EditSessionData.Edited(in.session().withData(LIGHT)));
    assertThat(kept()).isEqualTo(LIGHT);
  }

  @Test
  void changesThatAreMadeAtOnceAreAllKept() {
    SessionData none = new SessionData("{}");
    assertThat(edit(_ -> none)).isInstanceOf(EditSessionData.Edited.class);
    var outcomes = Race.run(50, i -> edit(data -> with(data, i)));
    assertThat(outcomes).hasOnlyElementsOfType(EditSessionData.Edited.class);
    assertThat(kept().json())
        .contains(IntStream.range(0, 50).mapToObj(i -> "\"k" + i + "\"").toList());
  }

  private static SessionData with(SessionData data, int number) {
    String members = data.json().substring(1);
    return new SessionData("{\"k" + number + "\":1" + (members.equals("}") ? "" : ",") + members);
  }

  @Test
  void aChangeBuildsOnTheOneThatCameBetween() {
    SessionData between = new SessionData("{\"b\":1}");
    Sessions overtaken =
        Meanwhile.before(
            Sessions.class,
            here.sessions,
            "annotate",
            () ->
                assertThat(
                        here.sessions.annotate(
                            ada.id(), in.session().id(), in.session().data(), between))
                    .isEqualTo(new Sessions.Annotated()));
    assertThat(new EditSessionData(overtaken).handle(command(data -> with(data, 1))))
        .isEqualTo(
            new EditSessionData.Edited(
                in.session().withData(new SessionData("{\"k1\":1,\"b\":1}"))));
  }

  @Test
  void whatChangesNothingIsNotWritten() {
    Session stale = in.session().withData(LIGHT);
    assertThat(
            here.editSessionData.handle(
                new EditSessionData.Command(stale, UnaryOperator.identity())))
        .isEqualTo(new EditSessionData.Edited(stale));
    assertThat(kept()).isEqualTo(in.session().data());
  }

  @Test
  void whereThereIsNoEndOfOtherChangesItSaysSo() {
    Sessions busy =
        Meanwhile.answering(
            Sessions.class,
            here.sessions,
            "annotate",
            new Sessions.Overtaken(new SessionData("{\"b\":1}")));
    assertThat(new EditSessionData(busy).handle(command(_ -> LIGHT)))
        .isInstanceOf(EditSessionData.Overloaded.class);
  }

  @Test
  void dataThatCannotBeIsNotKept() {
    assertThatThrownBy(() -> edit(_ -> new SessionData("[]"))).isInstanceOf(InvalidValue.class);
    assertThat(kept()).isEqualTo(in.session().data());
  }

  @Test
  void aSessionThatHasEndedIsNotBroughtBack() {
    assertThat(here.sessions.revokeAll(ada.id()).count()).isOne();
    assertThat(edit(_ -> LIGHT)).isEqualTo(new EditSessionData.Ended());
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
  }

  @Test
  void withoutTheStoreItSaysSo() {
    here.sessions.setAvailable(false);
    assertThatThrownBy(() -> edit(_ -> LIGHT)).isInstanceOf(PortUnavailable.class);
  }

  private EditSessionData.Outcome edit(UnaryOperator<SessionData> edit) {
    return here.editSessionData.handle(command(edit));
  }

  private EditSessionData.Command command(UnaryOperator<SessionData> edit) {
    return new EditSessionData.Command(in.session(), edit);
  }

  private SessionData kept() {
    return here.sessions.find(ada.id(), in.session().id()).orElseThrow().data();
  }
}

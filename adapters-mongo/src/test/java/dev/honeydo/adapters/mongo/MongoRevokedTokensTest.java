package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoRevokedTokensTest implements RevokedTokensContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoRevokedTokensTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public RevokedTokens revokedTokens() {
    return installation.adapters().revokedTokens();
  }

  @Override
  public RevokedTokens anotherView() {
    return installation.another().revokedTokens();
  }

  @Override
  public RevokedTokens unreachable() {
    return installation.unreachable().revokedTokens();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  @Test
  void revokingSweepsOutWhatHasRunOut() {
    UserId owner = Specimens.userId();
    var _ = revoked(owner, MINUTE);
    elapse(MINUTE);
    TokenId young = revoked(owner, MINUTE);
    assertThat(stored())
        .singleElement()
        .extracting(it -> it.getList("tokens", Document.class))
        .satisfies(tokens ->
            assertThat(tokens)
                .singleElement()
                .extracting(it -> it.get("id", UUID.class))
                .isEqualTo(young.value()));
  }

  @Test
  void purgingLeavesNothingOfAUserButTheEpoch() {
    var _ = revoked(Specimens.userId(), MINUTE);
    UserId away = Specimens.userId();
    var _ = revoked(away, MINUTE);
    var _ = revokedTokens().advance(away);
    elapse(MINUTE);
    assertThat(revokedTokens().purge(10)).isEqualTo(new Purge(true));
    assertThat(stored())
        .singleElement()
        .isEqualTo(
            new Document("_id", away.value()).append("tokens", List.of()).append("epoch", 1L));
  }

  @Test
  void purgingLooksAtNoMoreThanItIsTold() {
    for (int i = 0; i < 3; i++) {
      var _ = revoked(Specimens.userId(), MINUTE);
    }
    elapse(MINUTE);
    assertThat(revokedTokens().purge(2)).isEqualTo(new Purge(false));
    assertThat(stored()).hasSize(1);
    assertThat(revokedTokens().purge(1)).isEqualTo(new Purge(true));
    assertThat(stored()).isEmpty();
  }

  private List<Document> stored() {
    return installation.database().getCollection("revoked_tokens").find().into(new ArrayList<>());
  }
}

package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.auth.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SecurityAdaptersTest {
  private final TestClock clock = new TestClock();
  private final SecurityAdapters adapters =
      SecurityAdapters.open(
          new SecuritySettings(
              SigningKeys.of(SigningKey.random()),
              SecuritySettings.DEFAULT_ISSUER,
              Argon2Cost.RECOMMENDED,
              2),
          clock);

  @AfterEach
  void close() {
    adapters.close();
  }

  @Test
  void aPasswordIsHashedAtTheRecommendedCost() {
    NewPassword password = NewPassword.of("correct horse battery");

    assertThat(adapters.passwordHasher().hash(password))
        .isInstanceOfSatisfying(
            PasswordHasher.Hashed.class,
            it -> {
              assertThat(it.hash().phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
              assertThat(adapters.passwordHasher().verify(password.raw(), Optional.of(it.hash())))
                  .isEqualTo(new PasswordHasher.Right());
            });
  }

  @Test
  void tokensFollowTheGivenClock() {
    AccessClaims claims = claims();
    var token = adapters.accessTokens().sign(claims);

    assertThat(adapters.accessTokens().read(token)).isEqualTo(new AccessTokens.Genuine(claims));
    clock.elapse(Duration.ofMinutes(10));
    assertThat(adapters.accessTokens().read(token)).isEqualTo(new AccessTokens.Expired());
  }

  @Test
  void closingEndsHashingOnly() {
    adapters.close();

    assertThat(adapters.passwordHasher().verify(new RawPassword("a"), Optional.empty()))
        .isInstanceOf(PasswordHasher.Overloaded.class);
    AccessClaims claims = claims();
    assertThat(adapters.accessTokens().read(adapters.accessTokens().sign(claims)))
        .isEqualTo(new AccessTokens.Genuine(claims));
    RefreshLink link = new RefreshLink(new FamilyId(adapters.ids().next()), 1);
    assertThat(adapters.refreshTokens().read(adapters.refreshTokens().tokenOf(link)))
        .contains(link);
    SessionToken secret = adapters.sessionTokens().mint(Specimens.userId());
    assertThat(SessionToken.parse(secret.text())).contains(secret);
    assertThat(adapters.commonPasswords().judge(NewPassword.of("password")))
        .isEqualTo(CommonPasswords.Verdict.COMMON);
  }

  @Test
  void whileTheKeysChangePlacesNothingThatIsSignedIsEverRefused() {
    SigningKey one = SigningKey.random();
    SigningKey two = SigningKey.random();
    var cursorKeys = adapters.derivedKeys("list-cursor");
    adapters.rotate(new SigningKeys(one, List.of(two)));
    AtomicBoolean stopped = new AtomicBoolean();
    List<Integer> counts =
        Race.run(
            5,
            number -> {
              if (number == 0) {
                for (int i = 0; i < 5_000; i++) {
                  adapters.rotate(
                      i % 2 == 0
                          ? new SigningKeys(two, List.of(one))
                          : new SigningKeys(one, List.of(two)));
                }
                stopped.set(true);
              }
              int count = 0;
              while (!stopped.get() || count == 0) {
                AccessClaims claims = claims();
                assertThat(adapters.accessTokens().read(adapters.accessTokens().sign(claims)))
                    .isEqualTo(new AccessTokens.Genuine(claims));
                RefreshLink link = new RefreshLink(new FamilyId(adapters.ids().next()), 1);
                assertThat(adapters.refreshTokens().read(adapters.refreshTokens().tokenOf(link)))
                    .contains(link);
                assertThat(cursorKeys.get()).hasSize(2);
                count++;
              }
              return count;
            });
    assertThat(counts).allSatisfy(it -> assertThat(it).isPositive());
  }

  @Test
  void whatAKeySignedIsGoodUntilItIsDropped() {
    SigningKey old = SigningKey.random();
    SigningKey next = SigningKey.random();
    adapters.rotate(SigningKeys.of(old));
    AccessClaims claims = claims();
    var access = adapters.accessTokens().sign(claims);
    RefreshLink link = new RefreshLink(new FamilyId(adapters.ids().next()), 1);
    var refresh = adapters.refreshTokens().tokenOf(link);

    adapters.rotate(new SigningKeys(next, List.of(old)));
    assertThat(adapters.accessTokens().read(access)).isEqualTo(new AccessTokens.Genuine(claims));
    assertThat(adapters.refreshTokens().read(refresh)).contains(link);
    assertThat(adapters.refreshTokens().tokenOf(link)).isNotEqualTo(refresh);

    adapters.rotate(SigningKeys.of(next));
    assertThat(adapters.accessTokens().read(access)).isEqualTo(new AccessTokens.Forged());
    assertThat(adapters.refreshTokens().read(refresh)).isEmpty();
  }

  private AccessClaims claims() {
    Instant now = clock.instant();
    return new AccessClaims(
        new TokenId(adapters.ids().next()),
        Specimens.userId(),
        Specimens.sessionId(),
        Epoch.FIRST,
        now,
        now.plus(Duration.ofMinutes(5)));
  }
}

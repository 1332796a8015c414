package dev.honeydo.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.application.limit.LimitRequest.Admitted;
import dev.honeydo.application.limit.LimitRequest.Call;
import dev.honeydo.application.limit.LimitRequest.Confirmation;
import dev.honeydo.application.limit.LimitRequest.Login;
import dev.honeydo.application.limit.LimitRequest.Outcome;
import dev.honeydo.application.limit.LimitRequest.Refresh;
import dev.honeydo.application.limit.LimitRequest.Registration;
import dev.honeydo.application.limit.LimitRequest.Request;
import dev.honeydo.application.limit.LimitRequest.TooMany;
import dev.honeydo.application.limit.LimitRequest.Unlimited;
import dev.honeydo.application.limit.RateLimits.Rate;
import dev.honeydo.application.port.Standing;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRateLimiter;
import dev.honeydo.contracts.reference.InMemoryRefreshTokens;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LimitRequestTest {
  private static final AddressBlock HERE = new AddressBlock("203.0.113.9");
  private static final AddressBlock THERE = new AddressBlock("2001:db8:0:0:0:0:0:0/64");

  private final TestClock clock = new TestClock();
  private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);
  private final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();
  private final LimitRequest limitRequest =
      new LimitRequest(limiter, refreshTokens, RateLimits.DEFAULT);

  private Outcome counted(Request request) {
    return limitRequest.handle(new LimitRequest.Command(request, true));
  }

  private long admitted(Request request, int times) {
    return Stream.generate(() -> counted(request))
        .limit(times)
        .filter(Admitted.class::isInstance)
        .count();
  }

  static List<Request> requests() {
    return List.of(
        new Login(HERE, Optional.of(Specimens.email().key())),
        new Login(HERE, Optional.empty()),
        new Registration(HERE),
        new Refresh(HERE, Optional.empty()),
        new Confirmation(Specimens.userId()),
        new Call(Specimens.userId()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whatIsOnlyLookedAtCostsNothing(Request request) {
    for (int look = 0; look < 1_000; look++) {
      assertThat(limitRequest.handle(new LimitRequest.Command(request, false)))
          .isInstanceOfSatisfying(
              Admitted.class,
              it ->
                  assertThat(it.standings())
                      .allSatisfy(standing ->
                          assertThat(standing.remaining()).isEqualTo(standing.limit().quota())));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whatIsSwitchedOffIsUnlimited(Request request) {
    LimitRequest free = new LimitRequest(limiter, refreshTokens, RateLimits.OFF);
    assertThat(free.handle(new LimitRequest.Command(request, true))).isEqualTo(new Unlimited());
  }

  @Test
  void aLoginCountsForItsAddressAndItsAccount() {
    Request ada = new Login(HERE, Optional.of(Specimens.email().key()));
    assertThat(counted(ada))
        .isInstanceOfSatisfying(
            Admitted.class,
            it ->
                assertThat(it.standings())
                    .extracting(standing -> standing.limit().name())
                    .containsExactly("login", "login-account"));
    assertThat(admitted(ada, 10)).isEqualTo(4);
    assertThat(admitted(new Login(HERE, Optional.of(Specimens.email().key())), 10)).isZero();
    assertThat(admitted(new Login(THERE, Optional.of(Specimens.email().key())), 10)).isEqualTo(5);
  }

  @Test
  void anAccountIsLimitedFromEverywhere() {
    var account = Optional.of(Specimens.email().key());
    assertThat(admitted(new Login(HERE, account), 3)).isEqualTo(3);
    assertThat(admitted(new Login(THERE, account), 10)).isEqualTo(2);
  }

  @Test
  void aLoginAndARegistrationAndARefreshFromOneAddressCountApart() {
    assertThat(admitted(new Registration(HERE), 10)).isEqualTo(3);
    assertThat(admitted(new Login(HERE, Optional.empty()), 10)).isEqualTo(5);
    assertThat(admitted(new Refresh(HERE, Optional.empty()), 40)).isEqualTo(30);
  }

  @Test
  void aPasswordThatIsShownAgainCountsForItsUserAsALoginWould() {
    UserId user = Specimens.userId();
    assertThat(admitted(new Confirmation(user), 10)).isEqualTo(5);
    assertThat(admitted(new Confirmation(user), 10)).isZero();
    assertThat(admitted(new Confirmation(Specimens.userId()), 10)).isEqualTo(5);
    assertThat(admitted(new Login(HERE, Optional.of(Specimens.email().key())), 10)).isEqualTo(5);
  }

  @Test
  void aRefreshCountsForItsChainWhicheverLinkItShowsAndFromWherever() {
    FamilyId family = new FamilyId(UUID.randomUUID());
    RefreshToken first = refreshTokens.tokenOf(new RefreshLink(family, 0));
    RefreshToken next = refreshTokens.tokenOf(new RefreshLink(family, 1));
    RefreshToken other = refreshTokens.tokenOf(new RefreshLink(new FamilyId(UUID.randomUUID()), 0));
    assertThat(admitted(new Refresh(HERE, Optional.of(first)), 20)).isEqualTo(20);
    assertThat(admitted(new Refresh(THERE, Optional.of(next)), 20)).isEqualTo(10);
    assertThat(admitted(new Refresh(HERE, Optional.of(other)), 40)).isEqualTo(30);
    assertThat(admitted(new Refresh(HERE, Optional.of(new RefreshToken("forged"))), 40))
        .isEqualTo(30);
    assertThat(admitted(new Refresh(HERE, Optional.empty()), 40)).isZero();
  }

  @Test
  void whoWaitsAsLongAsToldIsAdmitted() {
    Request register = new Registration(HERE);
    assertThat(admitted(register, 3)).isEqualTo(3);
    assertThat(counted(register))
        .isInstanceOfSatisfying(
            TooMany.class,
            it -> {
              assertThat(it.retryAfter()).isEqualTo(Duration.ofMinutes(20));
              assertThat(it.standings()).extracting(Standing::remaining).containsExactly(0);
              clock.elapse(it.retryAfter());
            });
    assertThat(counted(register)).isInstanceOf(Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({"0,60", "-1,60", "1000001,60", "5,0", "5,86401"})
  void aRateHasBounds(int quota, int seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(quota, Duration.ofSeconds(seconds)));
  }
}

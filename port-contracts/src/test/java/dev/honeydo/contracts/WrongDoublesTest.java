package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every contract is tested itself: each of its clauses finds out what breaks it. */
final class WrongDoublesTest {
  private static final List<ContractProof<?>> PROOFS =
      List.of(
          new ContractProof<>(UsersContract.class, UsersOfADouble.class, WrongUsers.all()),
          new ContractProof<>(TodosContract.class, TodosOfADouble.class, WrongTodos.all()),
          new ContractProof<>(SessionsContract.class, SessionsOfADouble.class, WrongSessions.all()),
          new ContractProof<>(
              RefreshFamiliesContract.class,
              RefreshFamiliesOfADouble.class,
              WrongRefreshFamilies.all()),
          new ContractProof<>(JobRunsContract.class, JobRunsOfADouble.class, WrongJobRuns.all()),
          new ContractProof<>(EventsContract.class, EventsOfADouble.class, WrongEvents.ALL),
          new ContractProof<>(
              UnheardWritersContract.class,
              UnheardWritersOfADouble.class,
              WrongUnheardWriters.all()),
          new ContractProof<>(LocksContract.class, LocksOfADouble.class, WrongLocks.ALL),
          new ContractProof<>(
              RevokedTokensContract.class, RevokedTokensOfADouble.class, WrongRevokedTokens.all()),
          new ContractProof<>(
              RateLimiterContract.class, RateLimiterOfADouble.class, WrongRateLimiters.ALL),
          new ContractProof<>(
              IdempotencyLedgerContract.class,
              IdempotencyLedgerOfADouble.class,
              WrongIdempotencyLedgers.all()),
          new ContractProof<>(
              RecordStoreContract.class, RecordStoreOfADouble.class, WrongRecordStores.ALL),
          new ContractProof<>(
              RecordStoreProviderContract.class,
              RecordStoreProviderOfADouble.class,
              WrongRecordStoreProviders.ALL),
          new ContractProof<>(
              HealthProbeContract.class, HealthProbeOfADouble.class, WrongHealthProbes.ALL),
          new ContractProof<>(
              PasswordHasherContract.class,
              PasswordHasherOfADouble.class,
              WrongPasswordHashers.ALL),
          new ContractProof<>(
              AccessTokensContract.class, AccessTokensOfADouble.class, WrongAccessTokens.ALL),
          new ContractProof<>(
              RefreshTokensContract.class, RefreshTokensOfADouble.class, WrongRefreshTokens.ALL),
          new ContractProof<>(
              SessionTokensContract.class, SessionTokensOfADouble.class, WrongSessionTokens.ALL),
          new ContractProof<>(
              CommonPasswordsContract.class,
              CommonPasswordsOfADouble.class,
              WrongCommonPasswords.ALL),
          new ContractProof<>(CacheContract.class, CacheOfADouble.class, WrongCaches.ALL),
          new ContractProof<>(
              CacheControlContract.class, CacheControlOfADouble.class, WrongCacheControls.ALL),
          new ContractProof<>(IdsContract.class, IdsOfADouble.class, WrongIds.ALL));

  @TestFactory
  Stream<DynamicContainer> everyClauseFindsOutItsWrongDoubles() {
    return PROOFS.stream().map(it -> dynamicContainer(it.contract().getSimpleName(), it.tests()));
  }

  @Test
  void noContractIsWithoutWrongDoubles() {
    assertThat(PROOFS.stream().map(ContractProof::contract))
        .as("contracts that are proven against those that there are")
        .containsExactlyInAnyOrderElementsOf(Clauses.contracts());
  }
}

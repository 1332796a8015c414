package dev.honeydo.contracts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class RefreshFamiliesContractTest {

  @TestFactory
  Stream<DynamicTest> everyClauseFindsOutItsWrongDoubles() {
    return Clauses.proofs(
        RefreshFamiliesContract.class, RefreshFamiliesOfADouble.class, WrongRefreshFamilies.all());
  }
}

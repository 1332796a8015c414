package dev.honeydo.contracts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class UsersContractTest {

  @TestFactory
  Stream<DynamicTest> everyClauseFindsOutItsWrongDoubles() {
    return Clauses.proofs(UsersContract.class, UsersOfADouble.class, WrongUsers.all());
  }
}

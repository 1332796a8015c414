package dev.honeydo.contracts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class SessionsContractTest {

  @TestFactory
  Stream<DynamicTest> everyClauseFindsOutItsWrongDoubles() {
    return Clauses.proofs(SessionsContract.class, SessionsOfADouble.class, WrongSessions.all());
  }
}

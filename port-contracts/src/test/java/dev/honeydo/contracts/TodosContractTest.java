package dev.honeydo.contracts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class TodosContractTest {

  @TestFactory
  Stream<DynamicTest> everyClauseFindsOutItsWrongDoubles() {
    return Clauses.proofs(TodosContract.class, TodosOfADouble.class, WrongTodos.all());
  }
}

package dev.honeydo.contracts;

/** What the clauses about many at once need of the adapter that they try. */
interface Racing {

  /**
   * How often a race is run, so that it is seen what seldom goes wrong. A store whose races are
   * slow sees fewer anyway.
   */
  default int rounds() {
    return Race.ROUNDS;
  }
}

package dev.honeydo.benchmarks.load;

/** What clients do. */
enum Workload {
  /** Each asks for the first page of the same list: 20 todos. */
  W1_LIST("list of 20"),
  /** Each asks for the same todo. */
  W2_ONE("one todo"),
  /** Each makes a todo, for one of 16 users. */
  W3_CREATE("create"),
  /** 90 of 100 ask for a list or a todo of one of 16 users, 5 make one, 5 change one. */
  W4_MIXED("90/5/5 mixed");

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}

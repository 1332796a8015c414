package dev.honeydo.architecture.pages;

/**
 * One thing that a contract demands.
 *
 * @param id for example {@code TODO-7}
 * @param text what must hold
 * @param method the name of its test
 */
record Clause(String id, String text, String method) {

  static Clause of(String displayName, String method) {
    int blank = displayName.indexOf(' ');
    return new Clause(displayName.substring(0, blank), displayName.substring(blank + 1), method);
  }

  int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }
}

package dev.honeydo.contracts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a double was asked so far, the present call included: by this it tells the one circumstance
 * in which it is wrong.
 */
final class Calls {
  private final List<String> methods = new CopyOnWriteArrayList<>();

  void note(String method) {
    methods.add(method);
  }

  /** Whether these are all the calls there were, in that order. */
  boolean are(String... all) {
    return methods.equals(List.of(all));
  }

  /** How often that method was called. */
  long count(String method) {
    return methods.stream().filter(method::equals).count();
  }
}

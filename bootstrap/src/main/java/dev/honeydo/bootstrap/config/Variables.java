package dev.honeydo.bootstrap.config;

import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads single settings and collects what is wrong with them, so that all of it can be told at
 * once. A variable that is set to nothing counts as not set. Used by one thread.
 */
final class Variables {
  private final Map<String, String> values;
  private final List<Mistake> mistakes = new ArrayList<>();

  Variables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Whether somebody has set it. */
  boolean isSet(Setting setting) {
    return given(setting).isPresent();
  }

  /**
   * What {@code parse} makes of it, set or by default; empty where there is nothing, or nonsense.
   */
  <T> Optional<T> find(Setting setting, Function<String, Optional<T>> parse) {
    Optional<String> text = given(setting).or(setting::byDefault);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      mistake(setting, setting.remedy());
    }
    return value;
  }

  /**
   * What {@code parse} makes of it. Where that is nothing a mistake is noted, and what comes of the
   * default is given in its place, so that reading can go on to the next mistake.
   */
  <T> T get(Setting setting, Function<String, Optional<T>> parse) {
    return find(setting, parse).or(() -> setting.byDefault().flatMap(parse)).orElseThrow();
  }

  void mistake(Setting setting, String remedy) {
    mistakes.add(new Mistake(setting.name(), remedy));
  }

  void throwIfAnyIsWrong() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfig(mistakes);
    }
  }

  private Optional<String> given(Setting setting) {
    return Optional.ofNullable(values.get(setting.name()))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }
}

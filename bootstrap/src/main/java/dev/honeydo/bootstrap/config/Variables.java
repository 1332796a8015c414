package dev.honeydo.bootstrap.config;

import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return read(name, Variables::flagOf, "must be true or false").orElse(otherwise);
  }

  long number(String name, long least, long most, long otherwise) {
    String remedy = "must be a whole number from " + least + " to " + most;
    return read(name, text -> numberOf(text, least, most), remedy).orElse(otherwise);
  }

  /**
   * The value that {@code parse} makes of the text, where it makes one; a mistake where it does
   * not.
   */
  <T> Optional<T> read(String name, Function<String, Optional<T>> parse, String remedy) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      mistake(name, remedy);
    }
    return value;
  }

  List<String> list(String name) {
    return text(name).stream()
        .flatMap(it -> List.of(it.split(",", -1)).stream())
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  void mistake(String name, String remedy) {
    mistakes.add(new Mistake(name, remedy));
  }

  void throwIfAnyIsWrong() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfig(mistakes);
    }
  }

  private static Optional<Boolean> flagOf(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> Optional.of(true);
      case "false", "0", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> numberOf(String text, long least, long most) {
    try {
      return Optional.of(Long.parseLong(text)).filter(it -> it >= least && it <= most);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}

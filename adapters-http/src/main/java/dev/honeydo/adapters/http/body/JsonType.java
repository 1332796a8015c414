package dev.honeydo.adapters.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a JSON value becomes one of ours. */
@FunctionalInterface
public interface JsonType<T> {

  /** The value, or empty where there is an error, which it reports. */
  Optional<T> read(JsonNode node, String pointer, FieldErrors errors);

  /** A string that {@code type} makes a value of. */
  static <T> JsonType<T> text(Function<String, T> type) {
    return (node, pointer, errors) -> {
      if (!node.isTextual()) {
        errors.add(pointer, FieldCode.WRONG_TYPE, "must be a string");
        return Optional.empty();
      }
      return errors.trying(pointer, () -> type.apply(node.textValue()));
    };
  }

  /** {@code true} or {@code false}. */
  static JsonType<Boolean> bool() {
    return (node, pointer, errors) -> {
      if (!node.isBoolean()) {
        errors.add(pointer, FieldCode.WRONG_TYPE, "must be true or false");
        return Optional.empty();
      }
      return Optional.of(node.booleanValue());
    };
  }

  /** An array of {@code item}s that {@code type} makes a value of. */
  static <I, T> JsonType<T> list(JsonType<I> item, Function<List<I>, T> type) {
    return (node, pointer, errors) -> {
      if (!(node instanceof ArrayNode array)) {
        errors.add(pointer, FieldCode.WRONG_TYPE, "must be an array");
        return Optional.empty();
      }
      List<I> items = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        item.read(array.get(i), pointer + '/' + i, errors).ifPresent(items::add);
      }
      return items.size() < array.size()
          ? Optional.empty()
          : errors.trying(pointer, () -> type.apply(items));
    };
  }

  /** An object that {@code type} makes a value of. */
  static <T> JsonType<T> object(Function<ObjectNode, T> type) {
    return (node, pointer, errors) -> {
      if (!(node instanceof ObjectNode object)) {
        errors.add(pointer, FieldCode.WRONG_TYPE, "must be an object");
        return Optional.empty();
      }
      return errors.trying(pointer, () -> type.apply(object));
    };
  }

  /** This type, where {@code null} stands for {@code value}. */
  default JsonType<T> nullMeans(T value) {
    return (node, pointer, errors) ->
        node.isNull() ? Optional.of(value) : read(node, pointer, errors);
  }

  /** This type, where {@code null} is reported as nothing given. */
  default JsonType<T> notNull() {
    return (node, pointer, errors) -> {
      if (node.isNull()) {
        errors.add(pointer, FieldCode.REQUIRED, "must not be null");
        return Optional.empty();
      }
      return read(node, pointer, errors);
    };
  }

  /** What is done with a value whose type may refuse it. */
  @FunctionalInterface
  interface Making<T> {
    /**
     * Makes the value.
     *
     * @throws InvalidValue when it breaks a rule
     */
    T make();
  }
}

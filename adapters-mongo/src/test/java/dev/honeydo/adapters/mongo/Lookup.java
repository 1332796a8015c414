package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command looks for: the part of it that a server would plan for.
 *
 * @param sort the fields to sort by, each with 1 or -1, in their order
 * @param limit how many at the most, 0 where there is no limit
 */
record Lookup(String collection, List<Condition> conditions, Map<String, Integer> sort, int limit) {

  /** What is asked of one field. */
  record Condition(String field, Kind kind, Predicate<Map<String, ?>> test) {
    /** Which part of an index it is: one place or several, what lies between two, or none. */
    enum Kind {
      POINT,
      POINTS,
      RANGE,
      OTHER
    }

    /** Whether it holds only where the field is there. */
    boolean impliesPresence() {
      return kind != Kind.OTHER && !test.test(Map.of());
    }
  }

  /**
   * The lookups of a command as it came in; none for one that looks for nothing.
   *
   * @throws IllegalArgumentException when it is not known what a command looks for
   */
  static List<Lookup> of(Map<String, ?> command) {
    String name = command.keySet().iterator().next();
    String collection = String.valueOf(command.get(name));
    return switch (name) {
      case "find" ->
          List.of(
              new Lookup(
                  collection,
                  conditions(map(command.get("filter"))),
                  sort(map(command.get("sort"))),
                  command.get("limit") instanceof Number number ? number.intValue() : 0));
      case "findAndModify" -> List.of(one(collection, command.get("query")));
      case "update" ->
          each(command.get("updates")).map(it -> one(collection, it.get("q"))).toList();
      case "delete" ->
          each(command.get("deletes")).map(it -> one(collection, it.get("q"))).toList();
      case "aggregate" ->
          each(command.get("pipeline"))
              .limit(1)
              .map(it -> one(collection, it.get("$match")))
              .toList();
      case "insert", "getMore", "endSessions", "listIndexes", "hello", "isMaster", "ping" ->
          List.of();
      default -> throw new IllegalArgumentException("what does it look for? " + command);
    };
  }

  boolean finds(Map<String, ?> document) {
    return conditions.stream().allMatch(it -> it.test().test(document));
  }

  private static Lookup one(String collection, @Nullable Object filter) {
    return new Lookup(collection, conditions(map(filter)), Map.of(), 0);
  }

  private static Map<String, Integer> sort(Map<String, ?> fields) {
    Map<String, Integer> sort = new LinkedHashMap<>();
    fields.forEach((field, direction) -> sort.put(field, ((Number) direction).intValue()));
    return sort;
  }

  private static List<Condition> conditions(Map<String, ?> filter) {
    List<Condition> all = new ArrayList<>();
    filter.forEach((field, wanted) -> {
      switch (field) {
        case "$and" -> each(wanted).forEach(it -> all.addAll(conditions(it)));
        case "$or" -> throw new IllegalArgumentException("ways are planned each by itself");
        default -> all.addAll(conditions(field, wanted));
      }
    });
    return all;
  }

  private static List<Condition> conditions(String field, @Nullable Object wanted) {
    Map<String, ?> operators = wanted instanceof Map<?, ?> ? map(wanted) : Map.of();
    if (operators.isEmpty()) {
      return List.of(condition(field, "$eq", wanted));
    }
    return operators.entrySet().stream()
        .map(it -> condition(field, it.getKey(), it.getValue()))
        .toList();
  }

  private static Condition condition(String field, String operator, @Nullable Object operand) {
    List<Optional<Comparable<Object>>> values = values(operand).toList();
    return switch (operator) {
      case "$eq" -> where(field, Condition.Kind.POINT, values::contains);
      case "$in" -> where(field, Condition.Kind.POINTS, values::contains);
      case "$lt" -> range(field, it -> it.compareTo(only(values)) < 0);
      case "$lte" -> range(field, it -> it.compareTo(only(values)) <= 0);
      case "$gt" -> range(field, it -> it.compareTo(only(values)) > 0);
      case "$gte" -> range(field, it -> it.compareTo(only(values)) >= 0);
      case "$regex" -> {
        String pattern = String.valueOf(operand);
        assertThat(pattern).as("a prefix").startsWith("^");
        String prefix = pattern.substring(1);
        yield range(field, it -> it.toString().startsWith(prefix));
      }
      default -> new Condition(field, Condition.Kind.OTHER, _ -> true);
    };
  }

  private static Comparable<Object> only(List<Optional<Comparable<Object>>> values) {
    return values.getFirst().orElseThrow();
  }

  private static Condition range(String field, Predicate<Comparable<Object>> test) {
    return where(field, Condition.Kind.RANGE, it -> it.filter(test).isPresent());
  }

  private static Condition where(
      String field, Condition.Kind kind, Predicate<Optional<Comparable<Object>>> test) {
    return new Condition(field, kind, document -> values(document.get(field)).anyMatch(test));
  }

  /** The values that an index has of a field: each of an array, none where there is none. */
  static Stream<Optional<Comparable<Object>>> values(@Nullable Object field) {
    return field instanceof List<?> several
        ? several.stream().map(it -> Optional.of(comparable(it)))
        : Stream.of(Optional.ofNullable(field).map(Lookup::comparable));
  }

  @SuppressWarnings("unchecked") // What is compared is of one field, and of one type.
  private static Comparable<Object> comparable(Object value) {
    return (Comparable<Object>)
        switch (value) {
          case Date date -> date.toInstant();
          // As the server orders them, by their bytes.
          case UUID id -> id.toString();
          case Number number -> (Long) number.longValue();
          case Comparable<?> other -> other;
          default -> value.toString();
        };
  }

  private static Stream<Map<String, ?>> each(@Nullable Object list) {
    return list instanceof List<?> several ? several.stream().map(Lookup::map) : Stream.empty();
  }

  @SuppressWarnings("unchecked") // The keys of documents are strings.
  private static Map<String, ?> map(@Nullable Object document) {
    return document == null ? Map.of() : (Map<String, ?>) document;
  }
}

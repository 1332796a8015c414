package dev.honeydo.adapters.mongo;

import dev.honeydo.adapters.mongo.Lookup.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A scan of an index that answers a lookup, as MongoDB plans one: bounds for the index's first
 * fields, by points as far as there are any and then by a range; in the order that is wanted where
 * the fields behind the points are those of the order that are no points themselves.
 *
 * <p>The server in this JVM has no indexes, but it knows which were asked for. What is counted here
 * is what {@code explain} of a real one calls {@code totalKeysExamined}, of the best of its plans.
 */
record IndexScan(String index, List<Condition> bounds, boolean ordered) {

  /** An index: its name, its fields in order, and whether it leaves out what has not the first. */
  record Index(String name, Map<String, Integer> keys, boolean sparse) {
    static Index of(Document description) {
      Map<String, Integer> keys = new LinkedHashMap<>();
      description
          .get("key", Document.class)
          .forEach((field, direction) -> keys.put(field, ((Number) direction).intValue()));
      return new Index(
          description.getString("name"), keys, description.getBoolean("sparse", false));
    }
  }

  /** Every scan that begins with a bound, or goes along the order. */
  static List<IndexScan> of(Lookup lookup, List<Index> indexes) {
    List<IndexScan> scans = new ArrayList<>();
    indexes.forEach(it -> extend(lookup, it, 0, List.of(), scans));
    return scans;
  }

  /** The scans with these bounds for the first fields, and those with more. */
  private static void extend(
      Lookup lookup, Index index, int points, List<Condition> bounds, List<IndexScan> scans) {
    List<String> rest = List.copyOf(index.keys().keySet()).subList(points, index.keys().size());
    List<Condition> all = new ArrayList<>(bounds);
    if (!rest.isEmpty()) {
      all.addAll(of(Condition.Kind.RANGE, rest.getFirst(), lookup));
      all.addAll(of(Condition.Kind.POINTS, rest.getFirst(), lookup));
      for (Condition point : of(Condition.Kind.POINT, rest.getFirst(), lookup)) {
        List<Condition> more = new ArrayList<>(bounds);
        more.add(point);
        extend(lookup, index, points + 1, more, scans);
      }
    }
    Map<String, Integer> sort = new LinkedHashMap<>(lookup.sort());
    bounds.forEach(it -> sort.remove(it.field()));
    boolean ordered = !lookup.sort().isEmpty() && isOrder(sort, index, rest);
    boolean whole = !index.sparse() || all.stream().anyMatch(Condition::impliesPresence);
    if (whole && (ordered || !all.isEmpty())) {
      scans.add(new IndexScan(index.name(), all, ordered));
    }
  }

  private static List<Condition> of(Condition.Kind kind, String field, Lookup lookup) {
    return lookup.conditions().stream()
        .filter(it -> it.field().equals(field) && it.kind() == kind)
        .toList();
  }

  /** How many keys are looked at among those of the documents. */
  long keys(Lookup lookup, List<Document> documents) {
    Stream<Document> within =
        documents.stream().filter(it -> bounds.stream().allMatch(bound -> bound.test().test(it)));
    if (!ordered || lookup.limit() == 0) {
      return within.count();
    }
    List<Document> walk =
        within.sorted((one, other) -> compare(lookup.sort(), one, other)).toList();
    int found = 0;
    for (int i = 0; i < walk.size(); i++) {
      found += lookup.finds(walk.get(i)) ? 1 : 0;
      if (found == lookup.limit()) {
        return i + 1L;
      }
    }
    return walk.size();
  }

  private static int compare(Map<String, Integer> sort, Document one, Document other) {
    for (Map.Entry<String, Integer> by : sort.entrySet()) {
      int order = value(one, by.getKey()).compareTo(value(other, by.getKey()));
      if (order != 0) {
        return order * by.getValue();
      }
    }
    return 0;
  }

  private static Map<String, Integer> reversed(Map<String, Integer> sort) {
    Map<String, Integer> reversed = new HashMap<>(sort);
    reversed.replaceAll((_, direction) -> -direction);
    return reversed;
  }

  private static Comparable<Object> value(Document document, String field) {
    return Lookup.values(document.get(field)).findFirst().orElseThrow().orElseThrow();
  }

  /**
   * Whether the fields that are sorted by come first of these, all of them one way or the other.
   */
  private static boolean isOrder(Map<String, Integer> sort, Index index, List<String> fields) {
    List<String> wanted = List.copyOf(sort.keySet());
    return fields.size() >= wanted.size()
        && fields.subList(0, wanted.size()).equals(wanted)
        && (index.keys().entrySet().containsAll(sort.entrySet())
            || index.keys().entrySet().containsAll(reversed(sort).entrySet()));
  }
}

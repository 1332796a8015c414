package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * The filters of lists. Each part goes by a field that has an index, for the server to choose: what
 * few have is found by it, what many have is met on the way along the order. Each order has a field
 * of its own, which no deleted todo has; a bound on it passes over those within the index.
 */
final class TodoFilters {
  private TodoFilters() {}

  /** The owner's live todos that the filter admits. */
  static List<Document> of(UserId owner, TodoFilter filter) {
    List<Document> all = new ArrayList<>();
    all.add(new Document("owner", owner.value()));
    filter.completed().ifPresent(it -> all.add(new Document("completed", it)));
    filter.tag().ifPresent(it -> all.add(new Document("tags", it.value())));
    filter.priority().ifPresent(it -> all.add(new Document("rank", TodoDocument.rank(it))));
    filter.dueBefore().ifPresent(it -> all.addAll(dueBefore(date(it))));
    filter.dueAfter().ifPresent(it -> all.addAll(dueAfter(date(it))));
    filter.updatedSince().ifPresent(it -> all.add(bound("updatedAt", "$gte", date(it))));
    filter.terms().ifPresent(it -> all.addAll(words(it, SearchScope.EVERYTHING)));
    return all;
  }

  /** Asked of both fields, so that a range has both its ends in the index of either. */
  private static List<Document> dueBefore(Date end) {
    return List.of(
        bound("dueRising", "$lt", end),
        bound("dueFalling", "$lt", end),
        bound("dueFalling", "$gt", TodoDocument.BEFORE_ALL));
  }

  private static List<Document> dueAfter(Date begin) {
    return List.of(
        bound("dueFalling", "$gte", begin),
        bound("dueRising", "$gte", begin),
        bound("dueRising", "$lt", TodoDocument.AFTER_ALL));
  }

  /** What has all the terms within the scope. Words are letters and digits: no pattern's syntax. */
  static List<Document> words(SearchTerms terms, SearchScope scope) {
    List<Document> all = new ArrayList<>();
    terms.words().forEach(word -> all.add(new Document("words", TodoDocument.word(scope, word))));
    all.add(bound("words", "$regex", "^" + TodoDocument.word(scope, terms.prefix())));
    return all;
  }

  /** What is alive, as the index of the order knows. */
  static Document live(TodoOrder order) {
    return bound(
        field(order),
        "$gte",
        switch (order.key()) {
          case CREATED_AT, UPDATED_AT, DUE_AT -> TodoDocument.BEFORE_ALL;
          case HEADING -> "";
          case PRIORITY -> 0;
        });
  }

  /** What all of it holds for. */
  static Document all(List<Document> conditions) {
    return new Document("$and", conditions);
  }

  /**
   * What stands behind the position, as two ranges that follow each other: ties, and what is no
   * tie. As one condition it would be a walk from the first tie on, and in the order of priority a
   * third of all todos are ties.
   */
  static List<List<Document>> behind(TodoPosition position, TodoOrder order) {
    String field = field(order);
    String beyond = order.descending() ? "$lt" : "$gt";
    Object value = value(position.key(), order);
    return List.of(
        List.of(new Document(field, value), bound("_id", beyond, position.id().value())),
        List.of(bound(field, beyond, value)));
  }

  static Document sort(TodoOrder order) {
    int direction = order.descending() ? -1 : 1;
    return new Document(field(order), direction).append("_id", direction);
  }

  private static String field(TodoOrder order) {
    return switch (order.key()) {
      case CREATED_AT -> "createdAt";
      case UPDATED_AT -> "updatedAt";
      case DUE_AT -> order.descending() ? "dueFalling" : "dueRising";
      case HEADING -> "headingKey";
      case PRIORITY -> "rank";
    };
  }

  private static Object value(SortKey key, TodoOrder order) {
    return switch (key) {
      case SortKey.Moment(var instant) -> date(instant);
      case SortKey.Text(var text) -> TodoDocument.headingKey(text);
      case SortKey.Rank(var priority) -> TodoDocument.rank(priority);
      case SortKey.Absent() ->
          order.descending() ? TodoDocument.BEFORE_ALL : TodoDocument.AFTER_ALL;
    };
  }

  private static Document bound(String field, String operator, Object value) {
    return new Document(field, new Document(operator, value));
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }
}

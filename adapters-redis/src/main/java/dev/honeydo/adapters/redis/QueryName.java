package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.SearchTerms;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a query is called in a key: a digest (SHA-256) of all that it asks for, each part of it
 * written so that no two queries are written alike. What users type is in no key.
 */
final class QueryName {
  private QueryName() {}

  static String of(TodoQuery query, PageRequest request) {
    Output out = new Output();
    write(out, query.filter());
    out.constant(query.order().key()).flag(query.order().descending());
    out.count(request.limit()).maybe(request.after(), QueryName::write);
    return digest(out);
  }

  static String of(TodoFilter filter) {
    Output out = new Output();
    write(out, filter);
    return digest(out);
  }

  static String of(SearchTerms terms, int limit) {
    Output out = new Output();
    write(out, terms);
    out.count(limit);
    return digest(out);
  }

  private static void write(Output out, TodoFilter filter) {
    out.maybe(filter.completed(), Output::flag)
        .maybe(filter.tag(), (it, tag) -> it.text(tag.value()))
        .maybe(filter.priority(), Output::constant)
        .maybe(filter.dueBefore(), Output::moment)
        .maybe(filter.dueAfter(), Output::moment)
        .maybe(filter.updatedSince(), Output::moment)
        .maybe(filter.terms(), QueryName::write);
  }

  private static void write(Output out, SearchTerms terms) {
    out.count(terms.words().size());
    terms.words().forEach(out::text);
    out.text(terms.prefix());
  }

  private static void write(Output out, TodoPosition position) {
    switch (position.key()) {
      case SortKey.Moment(var value) -> out.count(0).moment(value);
      case SortKey.Text(var value) -> out.count(1).text(value);
      case SortKey.Rank(var value) -> out.count(2).constant(value);
      case SortKey.Absent _ -> out.count(3);
    }
    out.id(position.id().value());
  }

  private static String digest(Output out) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toBytes());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

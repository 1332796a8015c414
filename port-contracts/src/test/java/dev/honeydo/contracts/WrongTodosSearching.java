package dev.honeydo.contracts;

import static dev.honeydo.contracts.ListsDefect.searching;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Doubles that find too much, too little or in another order. */
final class WrongTodosSearching {
  private WrongTodosSearching() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-96",
              "lets one word of several be missing",
              searching((it, owner, terms, limit) ->
                  terms.words().size() < 2
                      ? it.right.search(owner, terms, limit)
                      : it.right.search(
                          owner,
                          new SearchTerms(
                              terms.words().subList(1, terms.words().size()), terms.prefix()),
                          limit))),
          breaking(
              "TODO-97",
              "takes the first word for unfinished, too",
              searching((it, owner, terms, limit) ->
                  terms.words().size() == 1 && it.right.search(owner, terms, limit).isEmpty()
                      ? all(it, owner).stream()
                          .filter(todo ->
                              begins(todo, terms.words().getFirst())
                                  && begins(todo, terms.prefix()))
                          .toList()
                      : it.right.search(owner, terms, limit))),
          breaking(
              "TODO-98",
              "drops accents",
              searching((it, owner, terms, limit) ->
                  terms.prefix().equals("zoe")
                      ? it.right.search(owner, new SearchTerms(List.of(), "zo"), limit)
                      : it.right.search(owner, terms, limit))),
          breaking(
              "TODO-99",
              "ranks tags as high as headings",
              searching((it, owner, terms, limit) -> {
                List<Todo> found = new ArrayList<>(it.right.search(owner, terms, limit));
                int tagged = -1;
                for (int i = 0; i < found.size() && limit > 9; i++) {
                  if (terms.scopeOf(found.get(i).content()).orElseThrow() == SearchScope.LABELS) {
                    tagged = i;
                  }
                }
                if (tagged > 0) {
                  found.addFirst(found.remove(tagged));
                }
                return found;
              })),
          breaking(
              "TODO-100",
              "cuts before it ranks",
              searching((it, owner, terms, limit) -> {
                List<Todo> found = it.right.search(owner, terms, 100);
                return found.size() <= limit
                    ? found
                    : found.stream()
                        .sorted(Comparator.comparing(Todo::createdAt).reversed())
                        .limit(limit)
                        .toList();
              })),
          breaking(
              "TODO-101",
              "finds what others have",
              searching((it, owner, terms, limit) -> {
                List<Todo> found = new ArrayList<>(it.right.search(owner, terms, limit));
                it.owners.values().stream()
                    .filter(other -> !other.equals(owner))
                    .forEach(other -> found.addAll(it.right.search(other, terms, limit)));
                return found;
              })),
          breaking("TODO-102", "searches once and for all", Remembers::new),
          breaking(
              "TODO-103",
              "finds Latin letters only",
              searching((it, owner, terms, limit) ->
                  terms.prefix().codePoints().anyMatch(c -> c > 0x500)
                      ? List.of()
                      : it.right.search(owner, terms, limit))),
          breaking(
              "TODO-103",
              "takes a word for an operator",
              searching((it, owner, terms, limit) ->
                  terms.words().contains("or".toLowerCase(Locale.ROOT))
                      ? List.of()
                      : it.right.search(owner, terms, limit))));

  private static List<Todo> all(TodosDefect.Spoilt it, UserId owner) {
    TodoPage page = it.right.page(owner, new PageRequest(100, Optional.<TodoPosition>empty()));
    return page.items();
  }

  private static boolean begins(Todo todo, String prefix) {
    return SearchScope.EVERYTHING.words(todo.content()).stream()
        .anyMatch(word -> word.startsWith(prefix));
  }

  /** Answers the same question of the same owner as it did before. */
  private static final class Remembers extends TodosDefect.Spoilt {
    private final Map<List<Object>, List<Todo>> answers = new HashMap<>();

    Remembers(Todos right) {
      super(right);
    }

    @Override
    public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
      return answers.computeIfAbsent(List.of(owner, terms), _ -> right.search(owner, terms, limit));
    }
  }
}

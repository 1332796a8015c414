package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A search finds what has all the words, the best first. */
interface TodosSearching extends TodosSubject {

  @Test
  @DisplayName("TODO-96 every word must occur, wherever in heading, tags and task")
  default void findsAllWords() {
    UserId owner = Specimens.userId();
    Todo found = Draft.of("Buy bread").tags("at home").task("the good one").addedTo(todos(), owner);
    var _ = Draft.of("Buy bread").tags("at home").addedTo(todos(), owner);
    assertThat(found(owner, "good bread home")).containsExactly(found);
    assertThat(found(owner, "good bread home milk")).isEmpty();
  }

  @Test
  @DisplayName("TODO-97 the last word may be unfinished, the others may not")
  default void findsPrefixOfLastWord() {
    UserId owner = Specimens.userId();
    Todo bread = Draft.of("buy bread").addedTo(todos(), owner);
    assertThat(found(owner, "buy br")).containsExactly(bread);
    assertThat(found(owner, "br buy")).isEmpty();
    assertThat(found(owner, "read")).isEmpty();
  }

  @Test
  @DisplayName("TODO-98 case, width and composition do not count, accents and digits do")
  default void findsVariants() {
    UserId owner = Specimens.userId();
    Todo zoe = Draft.of("ZOE\u0308 \uFF12 \u039F\u0394\u039F\u03A3").addedTo(todos(), owner);
    assertThat(found(owner, "2 \u03BF\u03B4\u03BF\u03C2 zo\u00EB")).containsExactly(zoe);
    assertThat(found(owner, "zoe")).isEmpty();
    assertThat(found(owner, "3 zo\u00EB")).isEmpty();
  }

  @Test
  @DisplayName("TODO-99 all in the heading ranks before heading and tags, these before the task")
  default void ranks() {
    UserId owner = Specimens.userId();
    Todo heading = Draft.of("big bread").madeAt(NOW).addedTo(todos(), owner);
    Todo newer = Draft.of("bread big").madeAt(NOW.plusMillis(1)).addedTo(todos(), owner);
    Todo tags = Draft.of("big").tags("bread").madeAt(NOW.plusMillis(2)).addedTo(todos(), owner);
    Todo task = Draft.of("big").task("bread").madeAt(NOW.plusMillis(3)).addedTo(todos(), owner);
    assertThat(found(owner, "big bread")).containsExactly(newer, heading, tags, task);
  }

  @Test
  @DisplayName("TODO-100 no more are found than asked for, the best of them")
  default void limits() {
    UserId owner = Specimens.userId();
    Todo best = Draft.of("bread").madeAt(NOW).addedTo(todos(), owner);
    Todo next = Draft.of("a").tags("bread").madeAt(NOW.plusMillis(1)).addedTo(todos(), owner);
    var _ = Draft.of("a").task("bread").madeAt(NOW.plusMillis(2)).addedTo(todos(), owner);
    assertThat(todos().search(owner, terms("bread"), 2)).containsExactly(best, next);
  }

  @Test
  @DisplayName("TODO-101 a search finds its owner's todos only")
  default void findsOwnOnly() {
    UserId owner = Specimens.userId();
    Todo own = Draft.of("bread").addedTo(todos(), owner);
    var _ = Draft.of("bread").addedTo(todos(), Specimens.userId());
    assertThat(found(owner, "bread")).containsExactly(own);
  }

  @Test
  @DisplayName("TODO-102 a search knows at once of what was added, changed and deleted elsewhere")
  default void isNeverStale() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("bread").addedTo(todos(), owner);
    assertThat(anotherView().search(owner, terms("bread"), 9)).containsExactly(todo);
    Todo edited = todo.edited(Draft.of("butter").task("salted").content(), NOW);
    assertThat(todos().replace(owner, edited, todo.version())).isEqualTo(new Todos.Replaced());
    assertThat(anotherView().search(owner, terms("bread"), 9)).isEmpty();
    assertThat(anotherView().search(owner, terms("salted butter"), 9)).containsExactly(edited);
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(anotherView().search(owner, terms("butter"), 9)).isEmpty();
  }

  @Test
  @DisplayName("TODO-103 words of any script and length are found, and syntax is no syntax")
  default void findsAnyWord() {
    UserId owner = Specimens.userId();
    Todo all =
        Draft.of("and OR not near")
            .task(Specimens.UNICODE + " " + "x".repeat(5_000) + " " + Specimens.SYNTAX)
            .addedTo(todos(), owner);
    for (String text :
        List.of(
            "\u6F22\u5B57",
            "\u05E2\u05D1",
            "x".repeat(4_000),
            "DROP table",
            "AND OR NOT",
            "u0041 gt",
            "a b x b amp",
            "where*")) {
      assertThat(found(owner, text)).as(text).extracting(Todo::id).containsExactly(all.id());
    }
  }

  private List<Todo> found(UserId owner, String text) {
    return todos().search(owner, terms(text), 20);
  }

  private static SearchTerms terms(String text) {
    return SearchTerms.of(text).orElseThrow();
  }
}

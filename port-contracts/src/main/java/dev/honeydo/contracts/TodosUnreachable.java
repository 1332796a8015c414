package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.SearchTerms;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface TodosUnreachable extends TodosSubject {

  @Test
  @DisplayName("TODO-72 add says when its store is gone")
  default void addSaysSo() {
    says("add", () -> unreachable().add(Specimens.userId(), Specimens.todo()));
  }

  @Test
  @DisplayName("TODO-73 find says when its store is gone")
  default void findSaysSo() {
    says("find", () -> unreachable().find(Specimens.userId(), Specimens.todoId()));
  }

  @Test
  @DisplayName("TODO-74 page says when its store is gone")
  default void pageSaysSo() {
    PageRequest request = new PageRequest(10, Optional.empty());
    says("page", () -> unreachable().page(Specimens.userId(), request));
  }

  @Test
  @DisplayName("TODO-75 replace says when its store is gone")
  default void replaceSaysSo() {
    says(
        "replace",
        () -> unreachable().replace(Specimens.userId(), Specimens.todo(), Version.FIRST));
  }

  @Test
  @DisplayName("TODO-76 delete says when its store is gone")
  default void deleteSaysSo() {
    says(
        "delete",
        () -> unreachable().delete(Specimens.userId(), Specimens.todoId(), Precondition.NONE, NOW));
  }

  @Test
  @DisplayName("TODO-77 deleteAll says when its store is gone")
  default void deleteAllSaysSo() {
    says("deleteAll", () -> unreachable().deleteAll(Specimens.userId()));
  }

  @Test
  @DisplayName("TODO-130 count says when its store is gone")
  default void countSaysSo() {
    says("count", () -> unreachable().count(Specimens.userId(), TodoFilter.ALL));
  }

  @Test
  @DisplayName("TODO-131 search says when its store is gone")
  default void searchSaysSo() {
    SearchTerms terms = SearchTerms.of("bread").orElseThrow();
    says("search", () -> unreachable().search(Specimens.userId(), terms, 10));
  }

  @Test
  @DisplayName("TODO-132 statistics says when its store is gone")
  default void statisticsSaysSo() {
    says("statistics", () -> unreachable().statistics(Specimens.userId(), NOW));
  }

  @Test
  @DisplayName("TODO-133 deleteCompleted says when its store is gone")
  default void deleteCompletedSaysSo() {
    says("deleteCompleted", () -> unreachable().deleteCompleted(Specimens.userId(), NOW));
  }

  @Test
  @DisplayName("TODO-134 changes says when its store is gone")
  default void changesSaysSo() {
    says("changes", () -> unreachable().changes(Specimens.userId(), Optional.empty(), 10));
  }

  @Test
  @DisplayName("TODO-135 purge says when its store is gone")
  default void purgeSaysSo() {
    says("purge", () -> unreachable().purge(NOW, 10));
  }

  @Test
  @DisplayName("TODO-143 owner says when its store is gone")
  default void ownerSaysSo() {
    says("owner", () -> unreachable().owner(Specimens.todoId()));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("Todos", operation, call);
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static dev.honeydo.contracts.TodosDefect.deleting;
import static dev.honeydo.contracts.TodosDefect.deletingAll;
import static dev.honeydo.contracts.TodosDefect.finding;
import static dev.honeydo.contracts.TodosDefect.paging;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Doubles that delete too much, too little, or forget that they did. */
final class WrongTodosDeleting {
  private WrongTodosDeleting() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking("TODO-33", "finds what it deleted just now", right -> new DeletesLate(right)),
          breaking(
              "TODO-34",
              "lists what it deleted",
              paging((it, _, request, answer) ->
                  request.after().isPresent()
                      ? answer
                      : new TodoPage(
                          Stream.concat(answer.items().stream(), it.deleted.values().stream())
                              .toList(),
                          answer.more()))),
          breaking(
              "TODO-35",
              "finds what it found before, though others deleted it",
              finding((it, owner, id, answer) -> {
                answer.ifPresent(_ -> it.noted.add(List.of(owner, id)));
                return answer.or(() ->
                    Optional.ofNullable(it.found.get(id))
                        .filter(_ -> it.noted.contains(List.of(owner, id)))
                        .filter(_ -> !it.deleted.containsKey(id)));
              })),
          breaking(
              "TODO-36",
              "remembers a deletion once",
              deleting((it, _, id, precondition, answer) ->
                  !inARace()
                          && precondition.versions().isEmpty()
                          && answer instanceof Todos.AlreadyDeleted
                          && !it.noted.add(id)
                      ? new Todos.Missing()
                      : answer)),
          breaking(
              "TODO-37",
              "compares versions of what is deleted",
              deleting((_, _, _, precondition, answer) ->
                  precondition.versions().isPresent() && answer instanceof Todos.AlreadyDeleted
                      ? new Todos.Stale(Version.FIRST)
                      : answer)),
          breaking("TODO-38", "heeds one version only", right -> new HeedsOneVersion(right)),
          breaking(
              "TODO-39",
              "deletes whatever the version",
              deleting((it, owner, id, precondition, answer) ->
                  !inARace()
                          && answer instanceof Todos.Stale
                          && !precondition.versions().orElseThrow().isEmpty()
                      ? it.right.delete(owner, id, Precondition.NONE, NOW)
                      : answer)),
          breaking(
              "TODO-40",
              "takes an empty set of versions for none",
              deleting((it, owner, id, precondition, answer) ->
                  answer instanceof Todos.Stale && precondition.versions().orElseThrow().isEmpty()
                      ? it.right.delete(owner, id, Precondition.NONE, NOW)
                      : answer)),
          breaking(
              "TODO-41",
              "deletes what was never there",
              deleting((it, _, id, precondition, answer) ->
                  answer instanceof Todos.Missing
                          && precondition.versions().isEmpty()
                          && !it.owners.containsKey(id)
                      ? new Todos.Deleted()
                      : answer)),
          breaking(
              "TODO-42",
              "knows a version of what was never there",
              deleting((it, _, id, precondition, answer) ->
                  answer instanceof Todos.Missing
                          && precondition.versions().isPresent()
                          && !it.owners.containsKey(id)
                      ? new Todos.Stale(Version.FIRST)
                      : answer)),
          breaking(
              "TODO-43",
              "forgets the owner when deleting",
              deleting((it, owner, id, precondition, answer) -> {
                UserId real = it.owners.getOrDefault(id, owner);
                return answer instanceof Todos.Missing && it.right.find(real, id).isPresent()
                    ? it.right.delete(real, id, precondition, NOW)
                    : answer;
              })),
          breaking(
              "TODO-44",
              "remembers deletions for everybody",
              deleting((it, owner, id, _, answer) ->
                  answer instanceof Todos.Missing
                          && it.deleted.containsKey(id)
                          && !owner.equals(it.owners.get(id))
                      ? new Todos.AlreadyDeleted()
                      : answer)),
          breaking(
              "TODO-45",
              "deletes twice when many do at once",
              deleting((it, _, id, _, answer) ->
                  inARace() && answer instanceof Todos.AlreadyDeleted && it.noted.add(id)
                      ? new Todos.Deleted()
                      : answer)),
          breaking(
              "TODO-46", "lets a change and a deletion both win", right -> new LetsBothWin(right)),
          breaking("TODO-47", "leaves one when it deletes all", right -> new LeavesOne(right)),
          breaking(
              "TODO-48",
              "counts what was deleted before",
              deletingAll(
                  (it, _, answer) -> new Todos.Clearance(answer.count() + it.deleted.size()))),
          breaking(
              "TODO-49",
              "counts one where nothing is",
              deletingAll((_, _, answer) -> new Todos.Clearance(Math.max(1, answer.count())))),
          breaking(
              "TODO-50",
              "remembers deletions for ever",
              deleting((it, owner, id, _, answer) ->
                  answer instanceof Todos.Missing
                          && it.calls.count("deleteAll") > 0
                          && it.deleted.containsKey(id)
                          && owner.equals(it.owners.get(id))
                      ? new Todos.AlreadyDeleted()
                      : answer)),
          breaking(
              "TODO-51",
              "deletes everybody's when it deletes all",
              deletingAll((it, _, answer) -> {
                it.owners.forEach((id, other) -> {
                  var _ = it.right.delete(other, id, Precondition.NONE, NOW);
                });
                return answer;
              })),
          breaking(
              "TODO-52",
              "forgets everybody's deletions when it deletes all",
              right -> new ForgetsAllDeletions(right)));

  private static final class DeletesLate extends TodosDefect.Spoilt {
    private Optional<Todo> justNow = Optional.empty();

    DeletesLate(Todos right) {
      super(right);
    }

    @Override
    public Optional<Todo> find(UserId owner, TodoId id) {
      return super.find(owner, id).or(() -> justNow.filter(it -> it.id().equals(id)));
    }

    @Override
    public Replacement replace(UserId owner, Todo todo, Version expected) {
      justNow = Optional.empty();
      return super.replace(owner, todo, expected);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      Deletion answer = super.delete(owner, id, precondition, at);
      if (precondition.versions().isEmpty()) {
        justNow = Optional.ofNullable(deleted.get(id));
      }
      return answer;
    }
  }

  private static final class HeedsOneVersion extends TodosDefect.Spoilt {
    HeedsOneVersion(Todos right) {
      super(right);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      boolean several = precondition.versions().filter(it -> it.size() > 1).isPresent();
      Precondition heeded = several ? Precondition.oneOf(Set.of(new Version(7))) : precondition;
      return super.delete(owner, id, heeded, at);
    }
  }

  private static final class LetsBothWin extends TodosDefect.Spoilt {
    LetsBothWin(Todos right) {
      super(right);
    }

    @Override
    public Replacement replace(UserId owner, Todo todo, Version expected) {
      Replacement answer = super.replace(owner, todo, expected);
      return inARace() && answer instanceof Missing ? new Replaced() : answer;
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      Deletion answer = super.delete(owner, id, precondition, at);
      return inARace() && answer instanceof Stale ? new Deleted() : answer;
    }
  }

  private static final class LeavesOne extends TodosDefect.Spoilt {
    LeavesOne(Todos right) {
      super(right);
    }

    @Override
    public Clearance deleteAll(UserId owner) {
      Clearance answer = super.deleteAll(owner);
      added.values().stream()
          .filter(todo -> owner.equals(owners.get(todo.id())))
          .filter(todo -> !deleted.containsKey(todo.id()))
          .skip(1)
          .limit(1)
          .forEach(todo -> {
            var _ = right.add(owner, todo);
          });
      return answer;
    }
  }

  private static final class ForgetsAllDeletions extends TodosDefect.Spoilt {
    private final Set<TodoId> forgotten = new HashSet<>();

    ForgetsAllDeletions(Todos right) {
      super(right);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      Deletion answer = super.delete(owner, id, precondition, at);
      return forgotten.contains(id) ? new Missing() : answer;
    }

    @Override
    public Clearance deleteAll(UserId owner) {
      forgotten.addAll(deleted.keySet());
      return super.deleteAll(owner);
    }
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with a double of todos: each part changes what one method answers or keeps. */
record TodosDefect(
    UnaryOperator<Todo> adding,
    OnFind finding,
    OnPage paging,
    OnReplace replacing,
    OnDelete deleting,
    OnDeleteAll deletingAll)
    implements UnaryOperator<Todos> {
  static final TodosDefect NONE =
      new TodosDefect(
          todo -> todo,
          (_, _, _, answer) -> answer,
          (_, _, _, answer) -> answer,
          (_, _, _, _, answer) -> answer,
          (_, _, _, _, answer) -> answer,
          (_, _, answer) -> answer);

  static TodosDefect adding(UnaryOperator<Todo> change) {
    return new TodosDefect(
        change, NONE.finding, NONE.paging, NONE.replacing, NONE.deleting, NONE.deletingAll);
  }

  static TodosDefect finding(OnFind change) {
    return new TodosDefect(
        NONE.adding, change, NONE.paging, NONE.replacing, NONE.deleting, NONE.deletingAll);
  }

  static TodosDefect paging(OnPage change) {
    return new TodosDefect(
        NONE.adding, NONE.finding, change, NONE.replacing, NONE.deleting, NONE.deletingAll);
  }

  static TodosDefect replacing(OnReplace change) {
    return new TodosDefect(
        NONE.adding, NONE.finding, NONE.paging, change, NONE.deleting, NONE.deletingAll);
  }

  static TodosDefect deleting(OnDelete change) {
    return new TodosDefect(
        NONE.adding, NONE.finding, NONE.paging, NONE.replacing, change, NONE.deletingAll);
  }

  static TodosDefect deletingAll(OnDeleteAll change) {
    return new TodosDefect(
        NONE.adding, NONE.finding, NONE.paging, NONE.replacing, NONE.deleting, change);
  }

  @Override
  public Todos apply(Todos right) {
    return new Spoilt(right, this);
  }

  interface OnFind {
    Optional<Todo> answer(Spoilt it, UserId owner, TodoId id, Optional<Todo> answer);
  }

  interface OnPage {
    TodoPage answer(Spoilt it, UserId owner, PageRequest request, TodoPage answer);
  }

  interface OnReplace {
    Todos.Replacement answer(
        Spoilt it, UserId owner, Todo todo, Version expected, Todos.Replacement answer);
  }

  interface OnDelete {
    Todos.Deletion answer(
        Spoilt it, UserId owner, TodoId id, Precondition precondition, Todos.Deletion answer);
  }

  interface OnDeleteAll {
    Todos.Clearance answer(Spoilt it, UserId owner, Todos.Clearance answer);
  }

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements Todos {
    /** The right adapter. */
    final Todos right;

    /** Whose each todo is that was added through this view. */
    final Map<TodoId, UserId> owners = new ConcurrentHashMap<>();

    /** Each todo that was added through this view, as it was then. */
    final Map<TodoId, Todo> added = new ConcurrentHashMap<>();

    /** What was deleted through this view, as it was added. */
    final Map<TodoId, Todo> deleted = new ConcurrentHashMap<>();

    /** What this view has found. */
    final Map<TodoId, Todo> found = new ConcurrentHashMap<>();

    /** The first that was added in a race. */
    final AtomicReference<@Nullable TodoId> raced = new AtomicReference<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private final TodosDefect defect;

    Spoilt(Todos right, TodosDefect defect) {
      this.right = right;
      this.defect = defect;
    }

    boolean isFirstAddedInARace(TodoId id) {
      return id.equals(raced.get());
    }

    @Override
    public Addition add(UserId owner, Todo todo) {
      owners.put(todo.id(), owner);
      added.put(todo.id(), todo);
      if (WrongDouble.inARace()) {
        raced.compareAndSet(null, todo.id());
      }
      return right.add(owner, defect.adding.apply(todo));
    }

    @Override
    public Optional<Todo> find(UserId owner, TodoId id) {
      Optional<Todo> answer = right.find(owner, id);
      Optional<Todo> spoilt = defect.finding.answer(this, owner, id, answer);
      answer.ifPresent(todo -> found.put(id, todo));
      return spoilt;
    }

    @Override
    public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
      TodoPage answer = right.page(owner, query, request);
      return query.equals(TodoQuery.NEWEST_FIRST)
          ? defect.paging.answer(this, owner, request, answer)
          : answer;
    }

    @Override
    public long count(UserId owner, TodoFilter filter) {
      return right.count(owner, filter);
    }

    @Override
    public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
      return right.search(owner, terms, limit);
    }

    @Override
    public TodoStatistics statistics(UserId owner, Instant now) {
      return right.statistics(owner, now);
    }

    @Override
    public Clearance deleteCompleted(UserId owner, Instant at) {
      return right.deleteCompleted(owner, at);
    }

    @Override
    public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
      return right.changes(owner, since, limit);
    }

    @Override
    public Purge purge(Instant deletedBefore, int most) {
      return right.purge(deletedBefore, most);
    }

    @Override
    public Replacement replace(UserId owner, Todo todo, Version expected) {
      Replacement answer = right.replace(owner, todo, expected);
      return defect.replacing.answer(this, owner, todo, expected, answer);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      Deletion answer = right.delete(owner, id, precondition, at);
      Deletion spoilt = defect.deleting.answer(this, owner, id, precondition, answer);
      if (answer instanceof Deleted) {
        Optional.ofNullable(added.get(id)).ifPresent(todo -> deleted.put(id, todo));
      }
      return spoilt;
    }

    @Override
    public Clearance deleteAll(UserId owner) {
      return defect.deletingAll.answer(this, owner, right.deleteAll(owner));
    }
  }
}

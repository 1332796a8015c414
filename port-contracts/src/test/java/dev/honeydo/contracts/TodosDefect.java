package dev.honeydo.contracts;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoCount;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a double of todos: each part changes what one method answers or keeps. */
final class TodosDefect {
  private TodosDefect() {}

  static UnaryOperator<Todos> adding(UnaryOperator<Todo> change) {
    return spoilt(it -> it.adding = change);
  }

  static UnaryOperator<Todos> finding(OnFind change) {
    return spoilt(it -> it.finding = change);
  }

  static UnaryOperator<Todos> owning(OnOwner change) {
    return spoilt(it -> it.owning = change);
  }

  static UnaryOperator<Todos> paging(OnPage change) {
    return spoilt(it -> it.paging = change);
  }

  static UnaryOperator<Todos> replacing(OnReplace change) {
    return spoilt(it -> it.replacing = change);
  }

  static UnaryOperator<Todos> deleting(OnDelete change) {
    return spoilt(it -> it.deleting = change);
  }

  static UnaryOperator<Todos> deletingAll(OnDeleteAll change) {
    return spoilt(it -> it.deletingAll = change);
  }

  private static UnaryOperator<Todos> spoilt(Consumer<Spoilt> how) {
    return right -> {
      Spoilt it = new Spoilt(right);
      how.accept(it);
      return it;
    };
  }

  interface OnFind {
    Optional<Todo> answer(Spoilt it, UserId owner, TodoId id, Optional<Todo> answer);
  }

  interface OnOwner {
    Optional<UserId> answer(Spoilt it, TodoId id, Optional<UserId> answer);
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

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

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

    private UnaryOperator<Todo> adding = todo -> todo;
    private OnFind finding = (_, _, _, answer) -> answer;
    private OnOwner owning = (_, _, answer) -> answer;
    private OnPage paging = (_, _, _, answer) -> answer;
    private OnReplace replacing = (_, _, _, _, answer) -> answer;
    private OnDelete deleting = (_, _, _, _, answer) -> answer;
    private OnDeleteAll deletingAll = (_, _, answer) -> answer;

    Spoilt(Todos right) {
      this.right = right;
    }

    boolean isFirstAddedInARace(TodoId id) {
      return id.equals(raced.get());
    }

    @Override
    public Addition add(UserId owner, Todo todo) {
      calls.note("add");
      owners.put(todo.id(), owner);
      added.put(todo.id(), todo);
      if (WrongDouble.inARace()) {
        raced.compareAndSet(null, todo.id());
      }
      return right.add(owner, adding.apply(todo));
    }

    @Override
    public Optional<Todo> find(UserId owner, TodoId id) {
      calls.note("find");
      Optional<Todo> answer = right.find(owner, id);
      Optional<Todo> spoilt = finding.answer(this, owner, id, answer);
      answer.ifPresent(todo -> found.put(id, todo));
      return spoilt;
    }

    @Override
    public Optional<UserId> owner(TodoId id) {
      calls.note("owner");
      return owning.answer(this, id, right.owner(id));
    }

    @Override
    public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
      calls.note("page");
      TodoPage answer = right.page(owner, query, request);
      return query.equals(TodoQuery.NEWEST_FIRST)
          ? paging.answer(this, owner, request, answer)
          : answer;
    }

    @Override
    public TodoCount count(UserId owner, TodoFilter filter) {
      calls.note("count");
      return right.count(owner, filter);
    }

    @Override
    public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
      calls.note("search");
      return right.search(owner, terms, limit);
    }

    @Override
    public TodoStatistics statistics(UserId owner, Instant now) {
      calls.note("statistics");
      return right.statistics(owner, now);
    }

    @Override
    public Clearance deleteCompleted(UserId owner, Instant at) {
      calls.note("deleteCompleted");
      return right.deleteCompleted(owner, at);
    }

    @Override
    public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
      calls.note("changes");
      return right.changes(owner, since, limit);
    }

    @Override
    public Purge purge(Instant deletedBefore, int most) {
      calls.note("purge");
      return right.purge(deletedBefore, most);
    }

    @Override
    public Replacement replace(UserId owner, Todo todo, Version expected) {
      calls.note("replace");
      Replacement answer = right.replace(owner, todo, expected);
      return replacing.answer(this, owner, todo, expected, answer);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      calls.note("delete");
      Deletion answer = right.delete(owner, id, precondition, at);
      Deletion spoilt = deleting.answer(this, owner, id, precondition, answer);
      if (answer instanceof Deleted) {
        Optional.ofNullable(added.get(id)).ifPresent(todo -> deleted.put(id, todo));
      }
      return spoilt;
    }

    @Override
    public Clearance deleteAll(UserId owner) {
      calls.note("deleteAll");
      return deletingAll.answer(this, owner, right.deleteAll(owner));
    }
  }
}

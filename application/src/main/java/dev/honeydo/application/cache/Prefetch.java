package dev.honeydo.application.cache;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets what a request asks for be looked up together with whether it is let in.
 *
 * <p>That changes no answer: what was looked up and is not asked for, is forgotten. What is given
 * to say what is to be looked up is not always asked, and must not throw.
 */
public interface Prefetch {
  /**
   * Does work that lets somebody in and then asks for their todo of that id.
   *
   * @param id empty where nothing is to be looked up
   */
  <R> R todo(Supplier<Optional<TodoId>> id, Supplier<R> work);

  /**
   * Does work that lets somebody in and then asks for a part of a list of their todos.
   *
   * @param part what of whose, empty where nothing is to be looked up
   */
  <R> R page(Function<UserId, Optional<Part>> part, Supplier<R> work);

  /** A part of a list. */
  record Part(TodoQuery query, PageRequest request) {}
}

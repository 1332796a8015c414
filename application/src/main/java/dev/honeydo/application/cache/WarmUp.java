package dev.honeydo.application.cache;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Reads what those are likely to ask for who were seen last: their profile and the first page of
 * their todos. Nobody can tell the difference, but that the first answer is as fast as the second.
 */
public final class WarmUp {
  private final Sessions sessions;
  private final Users users;
  private final Todos todos;
  private final PageRequest firstPage;

  /**
   * Wires the use case.
   *
   * @param users read by way of a cache
   * @param todos read by way of a cache
   * @param firstPage as clients ask for it who ask for nothing in particular
   */
  public WarmUp(Sessions sessions, Users users, Todos todos, PageRequest firstPage) {
    this.sessions = sessions;
    this.users = users;
    this.todos = todos;
    this.firstPage = firstPage;
  }

  /**
   * Reads user after user. It stops where a store cannot be reached, and between two users when its
   * thread is interrupted: whoever is left is read when they come.
   */
  public Outcome handle(Command command) {
    int warmed = 0;
    try {
      List<UserId> seen = sessions.lastSeen(command.most());
      for (UserId user : seen) {
        if (Thread.currentThread().isInterrupted()) {
          return new CutShort(warmed, Optional.empty());
        }
        var _ = users.find(user);
        var _ = todos.page(user, firstPage);
        warmed++;
      }
      return new Warm(warmed);
    } catch (PortUnavailable away) {
      return new CutShort(warmed, Optional.of(away.port()));
    }
  }

  /**
   * How much to read.
   *
   * @param most of how many users at the most, at least 1
   */
  public record Command(int most) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * Everybody is read.
   *
   * @param count how many they are
   */
  public record Warm(int count) implements Outcome {}

  /**
   * Not everybody is read.
   *
   * @param count of how many users it was done
   * @param port the simple name of the port that could not be reached; absent where the thread was
   *     interrupted
   */
  public record CutShort(int count, Optional<String> port) implements Outcome {}
}

package dev.honeydo.application.port;

import dev.honeydo.domain.user.User;
import java.util.List;

/**
 * A part of the list of users.
 *
 * @param items in the list's order
 * @param more whether there was anybody behind the last one when the page was read
 */
public record UserPage(List<User> items, boolean more) {

  /** Copies the list; where there is more, there is a last one to go on from. */
  public UserPage {
    items = List.copyOf(items);
    if (more && items.isEmpty()) {
      throw new IllegalArgumentException("nobody comes before an empty page's end");
    }
  }
}

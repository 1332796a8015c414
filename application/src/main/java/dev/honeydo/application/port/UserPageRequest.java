package dev.honeydo.application.port;

import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/**
 * Which part of the list of users is asked for.
 *
 * @param limit how many at the most, 1 to {@value #MOST}
 * @param after the user behind whom the page begins; absent for the first page
 * @param query what the name or the address must contain, compared in lower case (by {@link
 *     java.util.Locale#ROOT}); absent for everybody
 */
public record UserPageRequest(int limit, Optional<UserId> after, Optional<String> query) {
  /** How many users a page can have. */
  public static final int MOST = 100;

  /** Checks the bounds. */
  public UserPageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " users");
    }
  }
}

package dev.honeydo.adapters.http.user;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.domain.user.UserId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the list of users is asked for.
 *
 * @param admin who asks: their cursors are theirs alone
 */
record UserListRequest(UserPageRequest page, UserId admin) {
  static final String QUERY = "q";

  /** As long as an address can be: nothing longer is in any. */
  private static final int LONGEST_QUERY = 254;

  private static final String LIST = "users";
  private static final int PLACE_BYTES = 2 * Long.BYTES;

  /**
   * Reads the query.
   *
   * @throws Refused when a value is no good
   */
  static UserListRequest of(QueryParameters query, UserId admin, SealedCursors cursors) {
    int limit = ListLimit.of(query, UserPageRequest.MOST);
    Optional<String> wanted = query.get(QUERY).filter(text -> !text.isEmpty());
    if (wanted.filter(UserListRequest::isTooLong).isPresent()) {
      throw tooLong();
    }
    Optional<UserId> after =
        SealedCursors.after(
            query,
            cursor ->
                cursors
                    .read(cursor, LIST, admin.toString(), wanted.orElse(""))
                    .filter(place -> place.length == PLACE_BYTES)
                    .map(ByteBuffer::wrap)
                    .map(place -> new UserId(new UUID(place.getLong(), place.getLong()))));
    return new UserListRequest(new UserPageRequest(limit, after, wanted), admin);
  }

  /** The cursor for the page that begins behind that user. */
  String cursorBehind(UserId last, SealedCursors cursors) {
    UUID id = last.value();
    byte[] place =
        ByteBuffer.allocate(PLACE_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return cursors.write(place, LIST, admin.toString(), page.query().orElse(""));
  }

  private static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST_QUERY;
  }

  private static Refused tooLong() {
    FieldError error =
        FieldError.parameter(
            QUERY, FieldCode.TOO_LONG, "must have at most " + LONGEST_QUERY + " characters");
    return new Refused(Problem.of(ProblemType.INVALID_PARAMETER, List.of(error)));
  }
}

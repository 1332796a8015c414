package dev.honeydo.adapters.http.todo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A cursor goes on where its page ended, and with the filters of that page only. */
class CursorsTest {
  private static final String FILTERS = "{completed=true}";

  private final Cursors cursors = with("a key");
  private final UserId user = Specimens.userId();
  private final TodoPosition place =
      new TodoPosition(Instant.parse("0000-01-01T00:00:00.001Z"), new TodoId(UUID.randomUUID()));
  private final String cursor = cursors.write(place, user, FILTERS);

  private static Cursors with(String key) {
    SecretKey only = new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256");
    return new Cursors(new SealedCursors(() -> List.of(only)));
  }

  @Test
  void aCursorStandsForItsPlace() {
    assertThat(cursors.read(cursor, user, FILTERS)).contains(place);
    assertThat(with("a key").read(cursor, user, FILTERS)).contains(place);
  }

  @Test
  void aCursorIsNoGoodForOtherFiltersAnotherUserOrAnotherKey() {
    assertThat(cursors.read(cursor, user, "{completed=false}")).isEmpty();
    assertThat(cursors.read(cursor, user, "")).isEmpty();
    assertThat(cursors.read(cursor, Specimens.userId(), FILTERS)).isEmpty();
    UUID id = user.value();
    long most = id.getMostSignificantBits();
    long least = id.getLeastSignificantBits();
    assertThat(cursors.read(cursor, new UserId(new UUID(most ^ 1, least)), FILTERS)).isEmpty();
    assertThat(cursors.read(cursor, new UserId(new UUID(most, least ^ 1)), FILTERS)).isEmpty();
    assertThat(cursors.read(cursor, new UserId(new UUID(least, most)), FILTERS)).isEmpty();
    assertThat(with("another key").read(cursor, user, FILTERS)).isEmpty();
  }
}

package dev.honeydo.adapters.http.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedCursorsTest {
  private static final byte[] PLACE = {1, 2, 3};

  private final List<SecretKey> keys = new ArrayList<>(List.of(key("one")));
  private final SealedCursors cursors = new SealedCursors(() -> keys);

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(UTF_8), "HmacSHA256");
  }

  @Test
  void aCursorIsGoodForWhatItIsBoundToAlone() {
    String cursor = cursors.write(PLACE, "users", "ada", "q");
    assertThat(cursors.read(cursor, "users", "ada", "q")).contains(PLACE);
    assertThat(cursors.read(cursor, "users", "ada")).isEmpty();
    assertThat(cursors.read(cursor, "users", "ada", "q", "")).isEmpty();
    assertThat(cursors.read(cursor, "users", "bob", "q")).isEmpty();
    assertThat(cursors.read(cursor, "todos", "ada", "q")).isEmpty();
  }

  @Test
  void noTwoListsAreSpeltAlike() {
    String cursor = cursors.write(PLACE, "ab", "c", "");
    assertThat(cursors.read(cursor, "a", "bc", "")).isEmpty();
    assertThat(cursors.read(cursor, "abc", "", "")).isEmpty();
    assertThat(cursors.read(cursor, "ab", "", "c")).isEmpty();
    // What moves from the place into the first part.
    String longer = cursors.write(new byte[] {1, 2}, "x");
    assertThat(cursors.read(longer, "x")).contains(new byte[] {1, 2});
    assertThat(cursors.read(cursors.write(new byte[] {1}, "\u0002x"), "x")).isEmpty();
  }

  @Test
  void whatIsNoCursorIsNone() {
    String cursor = cursors.write(PLACE, "users");
    for (String no : List.of("", "A", cursor + "A", cursor.substring(1), "*", cursor + "=")) {
      assertThat(cursors.read(no, "users")).as(no).isEmpty();
    }
  }

  @Test
  void whileTheKeysChangeAListCanBeWalked() {
    String old = cursors.write(PLACE, "users");
    keys.addFirst(key("two"));
    String next = cursors.write(PLACE, "users");
    assertThat(next).isNotEqualTo(old);
    assertThat(cursors.read(old, "users")).contains(PLACE);
    assertThat(cursors.read(next, "users")).contains(PLACE);
    SecretKey _ = keys.removeLast();
    assertThat(cursors.read(old, "users")).isEmpty();
    assertThat(cursors.read(next, "users")).contains(PLACE);
  }
}

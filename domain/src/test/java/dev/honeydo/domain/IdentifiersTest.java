package dev.honeydo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {
  private static final String TEXT = "0193a5e8-7c3f-7abc-8def-0123456789ab";

  @Test
  void theCanonicalTextIsRead() {
    assertThat(Identifiers.parse(TEXT)).contains(UUID.fromString(TEXT));
    assertThat(Identifiers.parse("00000000-0000-0000-0000-000000000000")).contains(new UUID(0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "0193A5E8-7C3F-7ABC-8DEF-0123456789AB",
        "0193a5e87c3f7abc8def0123456789ab",
        " 0193a5e8-7c3f-7abc-8def-0123456789a",
        "0193a5e8-7c3f-7abc-8def-0123456789ag",
        "0193a5e8-7c3f-7abc-8def-0123456789abc",
        "{193a5e8-7c3f-7abc-8def-0123456789a}",
        "0193a5e8-7c3f-7abc-8def0-123456789ab",
        "+193a5e8-7c3f-7abc-8def-0123456789ab",
        "\u0660193a5e8-7c3f-7abc-8def-0123456789ab"
      })
  void everyOtherSpellingIsNone(String text) {
    assertThat(Identifiers.parse(text)).isEmpty();
  }

  @Test
  void everyIdReadsWhatItWrites() {
    UUID value = UUID.fromString(TEXT);
    assertThat(UserId.parse(new UserId(value).toString())).contains(new UserId(value));
    assertThat(TodoId.parse(new TodoId(value).toString())).contains(new TodoId(value));
    assertThat(SessionId.parse(new SessionId(value).toString())).contains(new SessionId(value));
    assertThat(TokenId.parse(new TokenId(value).toString())).contains(new TokenId(value));
    assertThat(FamilyId.parse(new FamilyId(value).toString())).contains(new FamilyId(value));
  }
}

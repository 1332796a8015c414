package dev.honeydo.contracts;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface UnheardWritersUnreachable extends UnheardWritersSubject {

  @Test
  @DisplayName("UNHEARD-24 enter says when its store is gone")
  default void enterSaysSo() {
    says("enter", () -> unreachable().enter(UUID.randomUUID(), Specimens.NOW));
  }

  @Test
  @DisplayName("UNHEARD-25 leave says when its store is gone")
  default void leaveSaysSo() {
    says("leave", () -> unreachable().leave(UUID.randomUUID()));
  }

  @Test
  @DisplayName("UNHEARD-26 present says when its store is gone")
  default void presentSaysSo() {
    says("present", () -> unreachable().present(Specimens.NOW));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("UnheardWriters", operation, call);
  }
}

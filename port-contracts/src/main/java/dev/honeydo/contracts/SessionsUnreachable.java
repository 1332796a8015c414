package dev.honeydo.contracts;

import dev.honeydo.domain.auth.SessionData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface SessionsUnreachable extends SessionsSubject {

  @Test
  @DisplayName("SESS-64 open says when its store is gone")
  default void openSaysSo() {
    says(
        "open",
        () ->
            unreachable()
                .open(Specimens.session(Specimens.userId(), now()), Specimens.tokenHash(), 10));
  }

  @Test
  @DisplayName("SESS-65 find by token says when its store is gone")
  default void findByTokenSaysSo() {
    says("find", () -> unreachable().find(Specimens.userId(), Specimens.tokenHash()));
  }

  @Test
  @DisplayName("SESS-66 find by id says when its store is gone")
  default void findByIdSaysSo() {
    says("find", () -> unreachable().find(Specimens.userId(), Specimens.sessionId()));
  }

  @Test
  @DisplayName("SESS-67 touch says when its store is gone")
  default void touchSaysSo() {
    says("touch", () -> unreachable().touch(Specimens.userId(), Specimens.sessionId(), now()));
  }

  @Test
  @DisplayName("SESS-68 revoke says when its store is gone")
  default void revokeSaysSo() {
    says("revoke", () -> unreachable().revoke(Specimens.userId(), Specimens.sessionId()));
  }

  @Test
  @DisplayName("SESS-69 revokeAll says when its store is gone")
  default void revokeAllSaysSo() {
    says("revokeAll", () -> unreachable().revokeAll(Specimens.userId()));
  }

  @Test
  @DisplayName("SESS-133 list says when its store is gone")
  default void listSaysSo() {
    says("list", () -> unreachable().list(Specimens.userId()));
  }

  @Test
  @DisplayName("SESS-134 annotate says when its store is gone")
  default void annotateSaysSo() {
    says(
        "annotate",
        () ->
            unreachable()
                .annotate(
                    Specimens.userId(), Specimens.sessionId(), SessionData.NONE, SessionData.NONE));
  }

  @Test
  @DisplayName("SESS-135 rekey says when its store is gone")
  default void rekeySaysSo() {
    says(
        "rekey",
        () ->
            unreachable().rekey(Specimens.userId(), Specimens.sessionId(), Specimens.tokenHash()));
  }

  @Test
  @DisplayName("SESS-136 revokeOthers says when its store is gone")
  default void revokeOthersSaysSo() {
    says(
        "revokeOthers",
        () -> unreachable().revokeOthers(Specimens.userId(), Specimens.sessionId()));
  }

  @Test
  @DisplayName("SESS-137 purge says when its store is gone")
  default void purgeSaysSo() {
    says("purge", () -> unreachable().purge(1));
  }

  @Test
  @DisplayName("SESS-147 lastSeen says when its store is gone")
  default void lastSeenSaysSo() {
    says("lastSeen", () -> unreachable().lastSeen(1));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("Sessions", operation, call);
  }
}

package dev.honeydo.contracts;

import dev.honeydo.domain.Version;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface UsersUnreachable extends UsersSubject {

  @Test
  @DisplayName("USER-49 find says when its store is gone")
  default void findSaysSo() {
    says("find", () -> unreachable().find(Specimens.userId()));
  }

  @Test
  @DisplayName("USER-50 findAccount by id says when its store is gone")
  default void findAccountByIdSaysSo() {
    says("findAccount", () -> unreachable().findAccount(Specimens.userId()));
  }

  @Test
  @DisplayName("USER-51 findAccount by address says when its store is gone")
  default void findAccountByEmailSaysSo() {
    says("findAccount", () -> unreachable().findAccount(Specimens.email().key()));
  }

  @Test
  @DisplayName("USER-52 add says when its store is gone")
  default void addSaysSo() {
    says("add", () -> unreachable().add(Specimens.account()));
  }

  @Test
  @DisplayName("USER-53 replace says when its store is gone")
  default void replaceSaysSo() {
    says("replace", () -> unreachable().replace(Specimens.user(), Version.FIRST));
  }

  @Test
  @DisplayName("USER-54 remove says when its store is gone")
  default void removeSaysSo() {
    says("remove", () -> unreachable().remove(Specimens.userId()));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("Users", operation, call);
  }
}

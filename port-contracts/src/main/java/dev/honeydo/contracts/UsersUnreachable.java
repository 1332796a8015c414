package dev.honeydo.contracts;

import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import java.util.Optional;
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

  @Test
  @DisplayName("USER-95 isEmpty says when its store is gone")
  default void isEmptySaysSo() {
    says("isEmpty", () -> unreachable().isEmpty());
  }

  @Test
  @DisplayName("USER-96 page says when its store is gone")
  default void pageSaysSo() {
    says(
        "page",
        () -> unreachable().page(new UserPageRequest(1, Optional.empty(), Optional.empty())));
  }

  @Test
  @DisplayName("USER-97 rehash says when its store is gone")
  default void rehashSaysSo() {
    says(
        "rehash",
        () ->
            unreachable()
                .rehash(Specimens.userId(), new PasswordHash("$a"), new PasswordHash("$b")));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("Users", operation, call);
  }
}

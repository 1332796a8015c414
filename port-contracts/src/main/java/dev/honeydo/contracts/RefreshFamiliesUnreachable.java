package dev.honeydo.contracts;

import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshLink;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface RefreshFamiliesUnreachable extends RefreshFamiliesSubject {

  @Test
  @DisplayName("FAM-32 found says when its store is gone")
  default void foundSaysSo() {
    says("found", () -> unreachable().found(Specimens.family(Specimens.userId(), now())));
  }

  @Test
  @DisplayName("FAM-33 rotate says when its store is gone")
  default void rotateSaysSo() {
    RefreshLink link = new RefreshLink(new FamilyId(UUID.randomUUID()), 0);
    says("rotate", () -> unreachable().rotate(link));
  }

  @Test
  @DisplayName("FAM-34 end says when its store is gone")
  default void endSaysSo() {
    says("end", () -> unreachable().end(Specimens.userId(), Specimens.sessionId()));
  }

  @Test
  @DisplayName("FAM-35 endAll says when its store is gone")
  default void endAllSaysSo() {
    says("endAll", () -> unreachable().endAll(Specimens.userId()));
  }

  @Test
  @DisplayName("FAM-51 endOthers says when its store is gone")
  default void endOthersSaysSo() {
    says("endOthers", () -> unreachable().endOthers(Specimens.userId(), Specimens.sessionId()));
  }

  @Test
  @DisplayName("FAM-52 purge says when its store is gone")
  default void purgeSaysSo() {
    says("purge", () -> unreachable().purge(1));
  }

  @Test
  @DisplayName("FAM-56 find says when its store is gone")
  default void findSaysSo() {
    says("find", () -> unreachable().find(new FamilyId(UUID.randomUUID())));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("RefreshFamilies", operation, call);
  }
}

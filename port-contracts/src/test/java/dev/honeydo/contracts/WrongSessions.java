package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of sessions. */
final class WrongSessions {
  private WrongSessions() {}

  static List<WrongDouble<Sessions>> all() {
    return Stream.of(
            WrongSessionsKeeping.ALL,
            WrongSessionsExpiring.ALL,
            WrongSessionsLimiting.ALL,
            WrongSessionsRevoking.ALL,
            WrongSessionsListing.ALL,
            WrongSessionsSeeing.ALL,
            WrongSessionsAnnotating.ALL,
            WrongSessionsRekeying.ALL,
            WrongSessionsClearing.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<Sessions>> LEAKING =
      List.of(
          leaking("SESS-64", Sessions.class, "open"),
          leaking("SESS-65", Sessions.class, "find", SessionTokenHash.class),
          leaking("SESS-66", Sessions.class, "find", SessionId.class),
          leaking("SESS-67", Sessions.class, "touch"),
          leaking("SESS-68", Sessions.class, "revoke"),
          leaking("SESS-69", Sessions.class, "revokeAll"),
          leaking("SESS-133", Sessions.class, "list"),
          leaking("SESS-134", Sessions.class, "annotate"),
          leaking("SESS-135", Sessions.class, "rekey"),
          leaking("SESS-136", Sessions.class, "revokeOthers"),
          leaking("SESS-137", Sessions.class, "purge"),
          leaking("SESS-147", Sessions.class, "lastSeen"));
}

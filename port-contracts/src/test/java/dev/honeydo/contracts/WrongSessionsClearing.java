package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.listing;
import static dev.honeydo.contracts.SessionsDefect.purging;
import static dev.honeydo.contracts.SessionsDefect.revokingOthers;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongSessionsListing.plus;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Doubles that end the wrong ones of many, or clear away too much or too little. */
final class WrongSessionsClearing {
  private WrongSessionsClearing() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-118",
              "finds the tokens of the others that it revoked",
              findingByToken((it, _, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.tokens.get(token))
                          .filter(old -> it.others.contains(old.id()))))),
          breaking(
              "SESS-119",
              "revokes the one with the others",
              revokingOthers((it, owner, kept, count) -> {
                if (!inARace()) {
                  var _ = it.right.revoke(owner, kept);
                }
                return count;
              })),
          breaking(
              "SESS-120",
              "counts the others that it revoked before",
              revokingOthers(
                  (it, _, _, count) -> inARace() ? count : count + it.others.size())),
          breaking(
              "SESS-121",
              "counts the others that had expired",
              revokingOthers((it, owner, _, count) ->
                  count
                      + it.inOrder.stream()
                          .filter(old -> old.owner().equals(owner))
                          .filter(old -> !old.isLiveAt(it.clock.instant()))
                          .count())),
          breaking(
              "SESS-122",
              "counts none where the one is not there",
              revokingOthers((it, _, kept, count) ->
                  !inARace() && it.known(kept).isEmpty() ? 0 : count)),
          breaking(
              "SESS-123",
              "revokes everybody's but the one",
              revokingOthers((it, owner, _, count) -> {
                it.inOrder.stream()
                    .filter(old -> !old.owner().equals(owner))
                    .forEach(old -> {
                      var _ = it.right.revoke(old.owner(), old.id());
                    });
                return count;
              })),
          breaking(
              "SESS-124",
              "finds what it found before by a token, though others revoked it among others",
              findingByToken((it, owner, token, answer) ->
                  answer.or(() ->
                      Optional.ofNullable(it.foundByToken.get(token))
                          .filter(old -> old.isLiveAt(it.clock.instant()))
                          .filter(old -> it.right.find(owner, old.id()).isEmpty())))),
          breaking(
              "SESS-125",
              "counts one too many when many log in meanwhile",
              revokingOthers((it, owner, _, count) ->
                  inARace() && it.noted.add(owner) ? count + 1 : count)),
          breaking(
              "SESS-126",
              "lists what was touched while it was revoked among others",
              listing((it, owner, answer) ->
                  plus(
                      answer,
                      it.inOrder,
                      old ->
                          old.owner().equals(owner)
                              && it.racedOthers.contains(old.id())
                              && old.createdAt().isBefore(it.clock.instant())))),
          breaking(
              "SESS-127",
              "purges what expires within a millisecond",
              purging((it, _, complete) -> {
                it.inOrder.stream()
                    .filter(old -> !old.isLiveAt(it.clock.instant().plusMillis(1)))
                    .forEach(old -> {
                      var _ = it.right.revoke(old.owner(), old.id());
                    });
                return complete;
              })),
          breaking(
              "SESS-128",
              "purges nothing where one has expired",
              listing((it, owner, answer) ->
                  it.calls.are("open", "purge", "list")
                      ? plus(answer, it.inOrder, old -> old.owner().equals(owner))
                      : answer)),
          breaking(
              "SESS-129", "leaves the last of many", (right, clock) -> new LeavesOne(right, clock)),
          breaking(
              "SESS-130",
              "is not complete where nothing has expired",
              purging((it, _, complete) -> complete && it.noted.add("complete"))),
          breaking(
              "SESS-131",
              "purges nothing of who has a live session",
              listing((it, owner, answer) ->
                  answer.isEmpty() || it.calls.count("purge") == 0
                      ? answer
                      : plus(
                          answer,
                          it.inOrder,
                          old ->
                              old.owner().equals(owner) && old.isLiveAt(it.clock.instant())))),
          breaking(
              "SESS-132",
              "purges one of many that are opened meanwhile",
              listing((it, _, answer) ->
                  answer.size() > 1 && it.calls.count("purge") > 1
                      ? answer.subList(1, answer.size())
                      : answer)));

  /** Purges one at a time, all but the first that was opened. */
  private static final class LeavesOne extends SessionsDefect.Spoilt {
    private volatile boolean leaves;

    LeavesOne(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Purge purge(int most) {
      leaves = most == 1;
      return super.purge(most);
    }

    @Override
    public List<Session> list(UserId owner) {
      List<Session> left = leaves ? inOrder.subList(0, 1) : List.of();
      return plus(super.list(owner), left, old -> old.owner().equals(owner));
    }
  }
}

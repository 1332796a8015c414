package dev.honeydo.contracts;

import static dev.honeydo.contracts.RefreshFamiliesDefect.endingOthers;
import static dev.honeydo.contracts.RefreshFamiliesDefect.purging;
import static dev.honeydo.contracts.RefreshFamiliesDefect.rotating;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Doubles that end the wrong ones of many, or clear away too much or too little. */
final class WrongRefreshFamiliesClearing {
  private WrongRefreshFamiliesClearing() {}

  static final List<WrongDouble<RefreshFamilies>> ALL =
      List.of(
          breaking(
              "FAM-39",
              "leaves one of two others",
              rotating((it, presented, answer) ->
                  it.others.size() > 1 && it.others.getFirst().equals(presented.family())
                      ? rotated(it, presented).orElse(answer)
                      : answer)),
          breaking(
              "FAM-40",
              "ends the one with the others",
              endingOthers((it, owner, kept, count) -> {
                if (!inARace()) {
                  var _ = it.right.end(owner, kept);
                }
                return count;
              })),
          breaking(
              "FAM-41",
              "counts one of the others at the most",
              endingOthers((_, _, _, count) -> Math.min(1, count))),
          breaking(
              "FAM-42",
              "counts the others that had expired",
              endingOthers((it, owner, _, count) ->
                  count
                      + it.founded.stream()
                          .filter(family -> family.owner().equals(owner))
                          .filter(family -> !family.isLiveAt(it.now()))
                          .count())),
          breaking(
              "FAM-43",
              "counts none where the one session has no family",
              endingOthers((it, _, kept, count) ->
                  it.known.values().stream().anyMatch(family -> family.session().equals(kept))
                      ? count
                      : 0)),
          breaking(
              "FAM-44",
              "ends everybody's but the one session's",
              endingOthers((it, owner, _, count) -> {
                it.founded.stream()
                    .filter(family -> !family.owner().equals(owner))
                    .forEach(family -> {
                      var _ = it.right.endAll(family.owner());
                    });
                return count;
              })),
          breaking(
              "FAM-45",
              "rotates what it saw before, though others ended it among others",
              rotating((it, presented, answer) ->
                  answer instanceof RefreshFamilies.Gone && !inARace() && it.founded.isEmpty()
                      ? it.known(presented)
                          .filter(family -> it.known.size() == 2)
                          .flatMap(_ -> rotated(it, presented))
                          .orElse(answer)
                      : answer)),
          breaking(
              "FAM-46",
              "brings back one of the others that was rotated while it ended",
              rotating((it, presented, answer) ->
                  !inARace() && it.racedOthers.contains(presented.family())
                      ? rotated(it, presented).orElse(answer)
                      : answer)),
          breaking(
              "FAM-47",
              "purges what expires within a millisecond",
              purging((it, _, complete) -> {
                it.founded.stream()
                    .filter(family -> !family.isLiveAt(it.now().plusMillis(1)))
                    .forEach(family -> {
                      var _ = it.right.end(family.owner(), family.session());
                    });
                return complete;
              })),
          breaking(
              "FAM-48",
              "purges nothing where one has expired",
              rotating((it, presented, answer) ->
                  it.calls.are("found", "purge", "rotate")
                      ? rotated(it, presented).orElse(answer)
                      : answer)),
          breaking(
              "FAM-49", "leaves the last of many", (right, clock) -> new LeavesOne(right, clock)),
          breaking(
              "FAM-50",
              "is not complete where nothing has expired",
              purging((it, _, complete) -> complete && it.noted.add("complete"))));

  /** What rotating the family comes to as long as it lives. */
  private static Optional<RefreshFamilies.Rotation> rotated(
      RefreshFamiliesDefect.Spoilt it, RefreshLink presented) {
    return Optional.ofNullable(it.known.get(presented.family()))
        .filter(family -> family.isLiveAt(it.now()))
        .map(family -> new RefreshFamilies.Rotated(family.rotated(it.now())));
  }

  /** Purges one at a time, all but the first that was founded. */
  private static final class LeavesOne extends RefreshFamiliesDefect.Spoilt {
    private volatile boolean leaves;

    LeavesOne(RefreshFamilies right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Purge purge(int most) {
      leaves = most == 1;
      return super.purge(most);
    }

    @Override
    public Rotation rotate(RefreshLink presented) {
      Rotation answer = super.rotate(presented);
      FamilyId first = founded.stream().map(RefreshFamily::id).findFirst().orElse(presented.family());
      return leaves && first.equals(presented.family())
          ? rotated(this, presented).orElse(answer)
          : answer;
    }
  }
}

package dev.honeydo.contracts;

import static dev.honeydo.contracts.RefreshFamiliesDefect.ending;
import static dev.honeydo.contracts.RefreshFamiliesDefect.endingAll;
import static dev.honeydo.contracts.RefreshFamiliesDefect.rotating;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Doubles that end too much, too little, or bring back what ended. */
final class WrongRefreshFamiliesEnding {
  private WrongRefreshFamiliesEnding() {}

  static final List<WrongDouble<RefreshFamilies>> ALL =
      List.of(
          breaking(
              "FAM-22",
              "replays links of what it ended",
              rotating((it, presented, answer) ->
                  it.ended.stream()
                      .filter(family -> !inARace() && !it.raced.contains(family.id()))
                      .filter(family -> family.id().equals(presented.family()))
                      .filter(family -> family.mayReplay(presented.counter(), it.now()))
                      .findFirst()
                      .<RefreshFamilies.Rotation>map(RefreshFamilies.Replayed::new)
                      .orElse(answer))),
          breaking(
              "FAM-23",
              "counts what it ended before",
              ending((it, owner, session, count) ->
                  it.ended.stream()
                          .anyMatch(
                              old -> old.owner().equals(owner) && old.session().equals(session))
                      ? 1
                      : count)),
          breaking(
              "FAM-24",
              "ends any family where the session has none",
              ending((it, owner, session, count) ->
                  it.known.values().stream().anyMatch(old -> old.session().equals(session))
                      ? count
                      : it.right.endAll(owner).count())),
          breaking(
              "FAM-25",
              "forgets the owner when ending",
              ending((it, owner, session, count) ->
                  it.known.values().stream()
                      .filter(old -> old.session().equals(session))
                      .filter(old -> !old.owner().equals(owner))
                      .findFirst()
                      .map(old -> it.right.end(old.owner(), session).count())
                      .orElse(count))),
          breaking(
              "FAM-26",
              "ends all that the owner has",
              ending((it, owner, _, count) ->
                  count == 0 ? 0 : count + it.right.endAll(owner).count())),
          breaking(
              "FAM-27",
              "rotates what it saw before, though others ended it",
              rotating((it, presented, answer) ->
                  answer instanceof RefreshFamilies.Gone && !inARace()
                      ? it.known(presented)
                          .filter(family -> family.isLiveAt(it.now()))
                          .filter(family -> it.known.size() == 1)
                          .filter(family -> family.counter() == presented.counter())
                          .<RefreshFamilies.Rotation>map(
                              family -> new RefreshFamilies.Rotated(family.rotated(it.now())))
                          .orElse(answer)
                      : answer)),
          breaking(
              "FAM-28",
              "leaves one when it ends all",
              rotating((it, presented, answer) ->
                  it.raced.isEmpty() && it.ended.size() > 1 && isFirst(it, presented.family())
                      ? new RefreshFamilies.Rotated(it.ended.getFirst().rotated(it.now()))
                      : answer)),
          breaking(
              "FAM-29", "counts one at the most", endingAll((_, _, count) -> Math.min(1, count))),
          breaking(
              "FAM-30",
              "ends everybody's",
              endingAll((it, _, count) -> {
                it.founded.forEach(other -> {
                  var _ = it.right.endAll(other.owner());
                });
                return count;
              })),
          breaking(
              "FAM-36",
              "counts what had expired",
              ending((it, owner, session, count) ->
                  count
                      + expired(
                          it,
                          family ->
                              family.owner().equals(owner) && family.session().equals(session)))),
          breaking(
              "FAM-37",
              "counts what had expired when it ends all",
              endingAll((it, owner, count) ->
                  count + expired(it, family -> family.owner().equals(owner)))),
          breaking(
              "FAM-31",
              "brings back what ended while it was rotated",
              rotating((it, presented, answer) ->
                  Optional.of(presented.family())
                      .filter(id -> !inARace() && it.raced.contains(id))
                      .filter(_ -> answer instanceof RefreshFamilies.Gone)
                      .map(it.known::get)
                      .<RefreshFamilies.Rotation>map(
                          family -> new RefreshFamilies.Rotated(family.rotated(it.now())))
                      .orElse(answer))));

  private static long expired(RefreshFamiliesDefect.Spoilt it, Predicate<RefreshFamily> which) {
    return it.known.values().stream()
        .filter(which)
        .filter(family -> !family.isLiveAt(it.now()))
        .count();
  }

  private static boolean isFirst(RefreshFamiliesDefect.Spoilt it, FamilyId id) {
    return it.ended.stream().map(RefreshFamily::id).findFirst().filter(id::equals).isPresent();
  }
}

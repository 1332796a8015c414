package dev.honeydo.contracts;

import static dev.honeydo.contracts.RefreshFamiliesDefect.keeping;
import static dev.honeydo.contracts.RefreshFamiliesDefect.rotating;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import java.time.Instant;
import java.util.List;

/** Doubles that take old links for new ones, or the other way round. */
final class WrongRefreshFamiliesRotating {
  private WrongRefreshFamiliesRotating() {}

  static final List<WrongDouble<RefreshFamilies>> ALL =
      List.of(
          breaking(
              "FAM-1",
              "notes first rotations to the hundredth of a second while a family is young",
              rotating((it, _, answer) ->
                  answer instanceof RefreshFamilies.Rotated(RefreshFamily family)
                          && it.calls.are("found", "rotate")
                          && family.isLiveAt(it.now().plusSeconds(1))
                      ? new RefreshFamilies.Rotated(
                          with(
                              family,
                              Instant.ofEpochMilli(family.rotatedAt().toEpochMilli() / 10 * 10)))
                      : answer)),
          breaking(
              "FAM-2",
              "rotates three times at the most",
              rotating((_, presented, answer) ->
                  presented.counter() == 3 ? new RefreshFamilies.Gone() : answer)),
          breaking(
              "FAM-3",
              "counts in a double",
              keeping(it ->
                  new RefreshFamily(
                      it.id(),
                      it.owner(),
                      it.session(),
                      (long) (double) it.counter(),
                      it.rotatedAt(),
                      it.endsAt()))),
          breaking(
              "FAM-4",
              "closes the window when it is still open",
              rotating((it, _, answer) ->
                  answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                          && it.now().equals(closing(family))
                      ? new RefreshFamilies.Reused(family)
                      : answer)),
          breaking(
              "FAM-5",
              "closes the window a millisecond late",
              rotating((it, presented, answer) ->
                  answer instanceof RefreshFamilies.Reused(RefreshFamily family)
                          && presented.counter() == family.counter() - 1
                          && it.now().equals(closing(family).plusMillis(1))
                      ? new RefreshFamilies.Replayed(family)
                      : answer)),
          breaking(
              "FAM-6",
              "opens the window a millisecond late",
              rotating((it, _, answer) ->
                  !inARace()
                          && it.calls.are("found", "rotate", "rotate")
                          && answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                          && it.now().equals(family.rotatedAt())
                      ? new RefreshFamilies.Reused(family)
                      : answer)),
          breaking(
              "FAM-7",
              "replays any link within the window",
              rotating((it, presented, answer) ->
                  answer instanceof RefreshFamilies.Reused(RefreshFamily family)
                          && presented.counter() < family.counter() - 1
                          && !it.now().isAfter(closing(family))
                      ? new RefreshFamilies.Replayed(family)
                      : answer)),
          breaking(
              "FAM-38",
              "replays the first link alone",
              rotating((_, presented, answer) ->
                  presented.counter() > 0
                          && answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                      ? new RefreshFamilies.Reused(family)
                      : answer)),
          breaking(
              "FAM-8",
              "spends the newest link when it replays",
              rotating((it, _, answer) ->
                  switch (answer) {
                    case RefreshFamilies.Replayed(RefreshFamily family) -> {
                      it.noted.add(family.id());
                      yield answer;
                    }
                    case RefreshFamilies.Rotated(RefreshFamily family) ->
                        it.noted.contains(family.id()) && !inARace()
                            ? new RefreshFamilies.Gone()
                            : answer;
                    case RefreshFamilies.Reused _, RefreshFamilies.Gone _ -> answer;
                  })),
          breaking(
              "FAM-9",
              "keeps the window open while it replays",
              rotating((it, _, answer) ->
                  switch (answer) {
                    case RefreshFamilies.Replayed(RefreshFamily family) -> {
                      it.noted.add(family.id());
                      yield answer;
                    }
                    case RefreshFamilies.Reused(RefreshFamily family) ->
                        it.noted.contains(family.id())
                            ? new RefreshFamilies.Replayed(family)
                            : answer;
                    case RefreshFamilies.Rotated _, RefreshFamilies.Gone _ -> answer;
                  })),
          breaking(
              "FAM-10",
              "ends a family by itself when a link is reused",
              rotating((it, _, answer) -> {
                if (answer instanceof RefreshFamilies.Reused(RefreshFamily family)) {
                  var _ = it.right.end(family.owner(), family.session());
                }
                return answer;
              })),
          breaking(
              "FAM-11",
              "takes a link that is still to come for a reused one",
              rotating((it, presented, answer) ->
                  presented.counter() == Long.MAX_VALUE
                      ? new RefreshFamilies.Reused(it.known(presented).orElseThrow())
                      : answer)),
          breaking(
              "FAM-12",
              "rotates any family where there is none of that id",
              rotating((it, presented, answer) ->
                  it.known.containsKey(presented.family()) || it.founded.isEmpty() || inARace()
                      ? answer
                      : new RefreshFamilies.Rotated(it.founded.getLast().rotated(it.now())))),
          breaking(
              "FAM-13",
              "ends a family a millisecond early",
              rotating((it, presented, answer) ->
                  it.calls.are("found", "rotate")
                          && it.known(presented)
                              .filter(family -> !family.isLiveAt(it.now().plusMillis(1)))
                              .isPresent()
                      ? new RefreshFamilies.Gone()
                      : answer)),
          breaking(
              "FAM-14",
              "rotates a family when it ends",
              rotating((it, presented, answer) ->
                  it.known(presented)
                      .filter(family -> family.counter() == 0 && isJustOver(it, family))
                      .<RefreshFamilies.Rotation>map(
                          family -> new RefreshFamilies.Rotated(family.rotated(it.now())))
                      .orElse(answer))),
          breaking(
              "FAM-15",
              "replays links of a family that has ended",
              rotating((it, presented, answer) ->
                  it.known(presented)
                      .filter(family -> isJustOver(it, family))
                      .filter(family -> family.mayReplay(presented.counter(), it.now()))
                      .<RefreshFamilies.Rotation>map(RefreshFamilies.Replayed::new)
                      .orElse(answer))),
          breaking(
              "FAM-16",
              "puts off the end when it rotates",
              rotating((it, presented, answer) ->
                  it.known(presented)
                      .filter(family -> isJustOver(it, family) && family.counter() > 0)
                      .filter(family -> family.counter() == presented.counter())
                      .<RefreshFamilies.Rotation>map(
                          family -> new RefreshFamilies.Rotated(family.rotated(it.now())))
                      .orElse(answer))),
          breaking(
              "FAM-17",
              "has one chain for each user",
              rotating((it, _, answer) -> {
                if (answer instanceof RefreshFamilies.Rotated(RefreshFamily rotated)) {
                  it.founded.stream()
                      .filter(other -> other.owner().equals(rotated.owner()))
                      .filter(other -> !other.id().equals(rotated.id()))
                      .forEach(other -> {
                        var _ = it.right.rotate(new RefreshLink(other.id(), 0));
                      });
                }
                return answer;
              })),
          breaking(
              "FAM-18",
              "does not see the rotations of others",
              rotating((it, presented, answer) ->
                  !inARace()
                          && !it.known.containsKey(presented.family())
                          && answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                      ? new RefreshFamilies.Rotated(family)
                      : answer)),
          breaking(
              "FAM-19",
              "rotates twice when many present one link",
              rotating((it, _, answer) ->
                  inARace()
                          && answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                          && it.noted.add(family.id())
                      ? new RefreshFamilies.Rotated(family)
                      : answer)),
          breaking(
              "FAM-20",
              "tells the others of a successor of their own",
              rotating((it, _, answer) ->
                  inARace() && answer instanceof RefreshFamilies.Replayed(RefreshFamily family)
                      ? new RefreshFamilies.Replayed(family.rotated(it.now()))
                      : answer)),
          breaking(
              "FAM-21",
              "loses one of those that are founded at once",
              rotating((it, presented, answer) ->
                  it.founded.size() == Race.CONTENDERS
                          && it.raced.size() == Race.CONTENDERS
                          && it.raced.getFirst().equals(presented.family())
                      ? new RefreshFamilies.Gone()
                      : answer)));

  private static Instant closing(RefreshFamily family) {
    return family.rotatedAt().plus(RefreshFamily.REPLAY_WINDOW);
  }

  private static boolean isJustOver(RefreshFamiliesDefect.Spoilt it, RefreshFamily family) {
    return it.now().equals(family.endsAt());
  }

  private static RefreshFamily with(RefreshFamily it, Instant rotatedAt) {
    return new RefreshFamily(
        it.id(), it.owner(), it.session(), it.counter(), rotatedAt, it.endsAt());
  }
}

package dev.honeydo.contracts;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What is wrong with a double of families: each part changes what one method answers or keeps. */
record RefreshFamiliesDefect(
    UnaryOperator<RefreshFamily> keeping, OnRotate rotating, OnEnd ending, OnEndAll endingAll)
    implements BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> {
  static final RefreshFamiliesDefect NONE =
      new RefreshFamiliesDefect(
          family -> family,
          (_, _, answer) -> answer,
          (_, _, _, answer) -> answer,
          (_, _, answer) -> answer);

  static RefreshFamiliesDefect keeping(UnaryOperator<RefreshFamily> it) {
    return new RefreshFamiliesDefect(it, NONE.rotating, NONE.ending, NONE.endingAll);
  }

  static RefreshFamiliesDefect rotating(OnRotate it) {
    return new RefreshFamiliesDefect(NONE.keeping, it, NONE.ending, NONE.endingAll);
  }

  static RefreshFamiliesDefect ending(OnEnd it) {
    return new RefreshFamiliesDefect(NONE.keeping, NONE.rotating, it, NONE.endingAll);
  }

  static RefreshFamiliesDefect endingAll(OnEndAll it) {
    return new RefreshFamiliesDefect(NONE.keeping, NONE.rotating, NONE.ending, it);
  }

  @Override
  public RefreshFamilies apply(RefreshFamilies right, InstantSource clock) {
    return new Spoilt(right, clock, this);
  }

  interface OnRotate {
    RefreshFamilies.Rotation answer(
        Spoilt it, RefreshLink presented, RefreshFamilies.Rotation answer);
  }

  interface OnEnd {
    long count(Spoilt it, UserId owner, SessionId session, long count);
  }

  interface OnEndAll {
    long count(Spoilt it, UserId owner, long count);
  }

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static final class Spoilt implements RefreshFamilies {
    /** The right adapter. */
    final RefreshFamilies right;

    /** The clock that it goes by. */
    final InstantSource clock;

    /** Each family that was founded through this view, as it was then; in order. */
    final List<RefreshFamily> founded = new CopyOnWriteArrayList<>();

    /** Each family that this view has founded or seen, as it is for all it knows. */
    final Map<FamilyId, RefreshFamily> known = new ConcurrentHashMap<>();

    /** The families that this view has ended, one by one or all at once; in order. */
    final List<RefreshFamily> ended = new CopyOnWriteArrayList<>();

    /** The first that was founded while others were, and those ended while others rotated. */
    final List<FamilyId> raced = new CopyOnWriteArrayList<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private final RefreshFamiliesDefect defect;

    Spoilt(RefreshFamilies right, InstantSource clock, RefreshFamiliesDefect defect) {
      this.right = right;
      this.clock = clock;
      this.defect = defect;
    }

    @Override
    public Ending endOthers(UserId owner, SessionId kept) {
      return right.endOthers(owner, kept);
    }

    @Override
    public Purge purge(int most) {
      return right.purge(most);
    }

    @Override
    public Optional<RefreshFamily> find(FamilyId id) {
      return right.find(id);
    }

    Instant now() {
      return clock.instant();
    }

    /** The family of that link, if this view has not ended it. */
    Optional<RefreshFamily> known(RefreshLink link) {
      return Optional.ofNullable(known.get(link.family()))
          .filter(family -> ended.stream().noneMatch(it -> it.id().equals(family.id())));
    }

    @Override
    public Founding found(RefreshFamily family) {
      Founding answer = right.found(defect.keeping.apply(family));
      founded.add(family);
      known.put(family.id(), family);
      if (WrongDouble.inARace()) {
        raced.add(family.id());
      }
      return answer;
    }

    @Override
    public Rotation rotate(RefreshLink presented) {
      Rotation answer = right.rotate(presented);
      Rotation spoilt = defect.rotating.answer(this, presented, answer);
      if (answer instanceof Rotated(RefreshFamily family)) {
        known.put(family.id(), family);
      }
      return spoilt;
    }

    @Override
    public Ending end(UserId owner, SessionId session) {
      Ending answer = right.end(owner, session);
      long spoilt = defect.ending.count(this, owner, session, answer.count());
      known.values().stream()
          .filter(it -> it.owner().equals(owner) && it.session().equals(session))
          .forEach(it -> {
            ended.add(it);
            if (WrongDouble.inARace()) {
              raced.add(it.id());
            }
          });
      return new Ending(spoilt);
    }

    @Override
    public Ending endAll(UserId owner) {
      Ending answer = right.endAll(owner);
      long spoilt = defect.endingAll.count(this, owner, answer.count());
      founded.stream().filter(it -> it.owner().equals(owner)).forEach(ended::add);
      return new Ending(spoilt);
    }
  }
}

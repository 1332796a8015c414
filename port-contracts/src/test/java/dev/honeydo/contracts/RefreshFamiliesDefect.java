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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What can be wrong with a double of families: each part changes what one method answers or keeps.
 */
final class RefreshFamiliesDefect {
  private RefreshFamiliesDefect() {}

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> keeping(
      UnaryOperator<RefreshFamily> change) {
    return spoilt(it -> it.keeping = change);
  }

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> rotating(OnRotate change) {
    return spoilt(it -> it.rotating = change);
  }

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> ending(OnEnd change) {
    return spoilt(it -> it.ending = change);
  }

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> endingAll(OnEndAll change) {
    return spoilt(it -> it.endingAll = change);
  }

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> endingOthers(OnEnd change) {
    return spoilt(it -> it.endingOthers = change);
  }

  static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> purging(OnPurge change) {
    return spoilt(it -> it.purging = change);
  }

  private static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> spoilt(
      Consumer<Spoilt> how) {
    return (right, clock) -> {
      Spoilt it = new Spoilt(right, clock);
      how.accept(it);
      return it;
    };
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

  interface OnPurge {
    boolean complete(Spoilt it, int most, boolean complete);
  }

  /** The double: asks the right adapter first, and remembers what it was asked. */
  static class Spoilt implements RefreshFamilies {
    /** The right adapter. */
    final RefreshFamilies right;

    /** The clock that it goes by. */
    final InstantSource clock;

    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** Each family that was founded through this view, as it was then; in order. */
    final List<RefreshFamily> founded = new CopyOnWriteArrayList<>();

    /** Each family that this view has founded or seen, as it is for all it knows. */
    final Map<FamilyId, RefreshFamily> known = new ConcurrentHashMap<>();

    /** The families that this view has ended, one by one or all at once; in order. */
    final List<RefreshFamily> ended = new CopyOnWriteArrayList<>();

    /** The first that was founded while others were, and those ended while others rotated. */
    final List<FamilyId> raced = new CopyOnWriteArrayList<>();

    /** The families that this view has ended for being the others. */
    final List<FamilyId> others = new CopyOnWriteArrayList<>();

    /** The same, while they were being rotated. */
    final List<FamilyId> racedOthers = new CopyOnWriteArrayList<>();

    /** Whatever else a defect must remember. */
    final Set<Object> noted = ConcurrentHashMap.newKeySet();

    private UnaryOperator<RefreshFamily> keeping = family -> family;
    private OnRotate rotating = (_, _, answer) -> answer;
    private OnEnd ending = (_, _, _, answer) -> answer;
    private OnEnd endingOthers = (_, _, _, answer) -> answer;
    private OnPurge purging = (_, _, answer) -> answer;
    private OnEndAll endingAll = (_, _, answer) -> answer;

    Spoilt(RefreshFamilies right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    @Override
    public Ending endOthers(UserId owner, SessionId kept) {
      calls.note("endOthers");
      Ending answer = right.endOthers(owner, kept);
      long spoilt = endingOthers.count(this, owner, kept, answer.count());
      known.values().stream()
          .filter(it -> it.owner().equals(owner) && !it.session().equals(kept))
          .forEach(it -> (WrongDouble.inARace() ? racedOthers : others).add(it.id()));
      return new Ending(spoilt);
    }

    @Override
    public Purge purge(int most) {
      calls.note("purge");
      return new Purge(purging.complete(this, most, right.purge(most).complete()));
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
      calls.note("found");
      Founding answer = right.found(keeping.apply(family));
      founded.add(family);
      known.put(family.id(), family);
      if (WrongDouble.inARace()) {
        raced.add(family.id());
      }
      return answer;
    }

    @Override
    public Rotation rotate(RefreshLink presented) {
      calls.note("rotate");
      Rotation answer = right.rotate(presented);
      Rotation spoilt = rotating.answer(this, presented, answer);
      if (answer instanceof Rotated(RefreshFamily family)) {
        known.put(family.id(), family);
      }
      return spoilt;
    }

    @Override
    public Ending end(UserId owner, SessionId session) {
      calls.note("end");
      Ending answer = right.end(owner, session);
      long spoilt = ending.count(this, owner, session, answer.count());
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
      calls.note("endAll");
      Ending answer = right.endAll(owner);
      long spoilt = endingAll.count(this, owner, answer.count());
      founded.stream().filter(it -> it.owner().equals(owner)).forEach(ended::add);
      return new Ending(spoilt);
    }
  }
}

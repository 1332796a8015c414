package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Families in a map by id, behind one lock. */
public final class InMemoryRefreshFamilies implements RefreshFamilies {
  private final Availability availability = new Availability("RefreshFamilies");
  private final Map<FamilyId, RefreshFamily> families = new HashMap<>();
  private final InstantSource clock;

  /** An empty store that goes by {@code clock}. */
  public InMemoryRefreshFamilies(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Founding found(RefreshFamily family) {
    availability.check("found");
    families.put(family.id(), family);
    return new Founding();
  }

  @Override
  public synchronized Optional<RefreshFamily> find(FamilyId id) {
    availability.check("find");
    return Optional.ofNullable(families.get(id)).filter(it -> it.isLiveAt(clock.instant()));
  }

  @Override
  public synchronized Rotation rotate(RefreshLink presented) {
    availability.check("rotate");
    Instant now = clock.instant();
    RefreshFamily family = families.get(presented.family());
    if (family == null || !family.isLiveAt(now) || presented.counter() > family.counter()) {
      return new Gone();
    }
    if (presented.counter() == family.counter()) {
      RefreshFamily next = family.rotated(now);
      families.put(next.id(), next);
      return new Rotated(next);
    }
    return family.mayReplay(presented.counter(), now) ? new Replayed(family) : new Reused(family);
  }

  @Override
  public synchronized Ending end(UserId owner, SessionId session) {
    availability.check("end");
    return end(family -> family.owner().equals(owner) && family.session().equals(session));
  }

  @Override
  public synchronized Ending endAll(UserId owner) {
    availability.check("endAll");
    return end(family -> family.owner().equals(owner));
  }

  @Override
  public synchronized Ending endOthers(UserId owner, SessionId kept) {
    availability.check("endOthers");
    return end(family -> family.owner().equals(owner) && !family.session().equals(kept));
  }

  @Override
  public synchronized Purge purge(int most) {
    availability.check("purge");
    Instant now = clock.instant();
    List<FamilyId> expired =
        families.values().stream()
            .filter(family -> !family.isLiveAt(now))
            .map(RefreshFamily::id)
            .toList();
    expired.stream().limit(most).forEach(families::remove);
    return new Purge(expired.size() <= most);
  }

  private Ending end(Predicate<RefreshFamily> which) {
    Instant now = clock.instant();
    List<RefreshFamily> ended = families.values().stream().filter(which).toList();
    families.values().removeAll(ended);
    return new Ending(ended.stream().filter(family -> family.isLiveAt(now)).count());
  }
}

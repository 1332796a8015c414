package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What the clauses about families need of the adapter that they try. */
interface RefreshFamiliesSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  RefreshFamilies families();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  RefreshFamilies anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  RefreshFamilies unreachable();

  /** What time it is for the adapter and its views. It stands still but for {@link #elapse}. */
  InstantSource clock();

  /**
   * Lets that much time pass for the adapter and its views, without waiting; where it is negative,
   * sets their clock back.
   */
  void elapse(Duration time);

  /** What time it is now. */
  default Instant now() {
    return clock().instant();
  }

  /** A family that is founded now. */
  default RefreshFamily founded(UserId owner) {
    RefreshFamily family = Specimens.family(owner, now());
    assertThat(families().found(family)).isEqualTo(new RefreshFamilies.Founding());
    return family;
  }

  /** What presenting that link of the family comes to. */
  default RefreshFamilies.Rotation present(RefreshFamily family, long counter) {
    return families().rotate(new RefreshLink(family.id(), counter));
  }
}

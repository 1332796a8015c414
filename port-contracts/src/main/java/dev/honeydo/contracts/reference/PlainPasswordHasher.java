package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps passwords as they are, with a number that makes each hash another. It is for tests, which
 * would spend their time on real hashes, and for nothing else.
 */
public final class PlainPasswordHasher implements PasswordHasher {
  private boolean overloaded;
  private final Set<PasswordHash> outdated = new HashSet<>();
  private int hashes;
  private int verifications;

  /** Makes it turn everybody away, or not. */
  public synchronized void setOverloaded(boolean overloaded) {
    this.overloaded = overloaded;
  }

  @Override
  public synchronized Hashing hash(NewPassword password) {
    if (overloaded) {
      return new Overloaded(Duration.ofSeconds(1));
    }
    hashes++;
    return new Hashed(new PasswordHash("$plain$" + hashes + "$" + password.raw().value()));
  }

  @Override
  public synchronized Verification verify(RawPassword presented, Optional<PasswordHash> kept) {
    if (overloaded) {
      return new Overloaded(Duration.ofSeconds(1));
    }
    verifications++;
    return kept.filter(it -> matches(presented, it)).isPresent() ? new Right() : new Wrong();
  }

  private static boolean matches(RawPassword presented, PasswordHash kept) {
    String[] parts = kept.phc().split("\\$", 4);
    return parts.length == 4 && parts[1].equals("plain") && parts[3].equals(presented.value());
  }

  @Override
  public synchronized boolean isOutdated(PasswordHash kept) {
    return outdated.contains(kept);
  }

  /** Makes {@code kept} one that should be made anew. */
  public synchronized void outdate(PasswordHash kept) {
    boolean _ = outdated.add(kept);
  }

  /** How many passwords were checked, also against nothing. */
  public synchronized int verifications() {
    return verifications;
  }
}

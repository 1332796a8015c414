package dev.honeydo.domain.auth;

/**
 * One link of a family's chain: what a genuine refresh token stands for.
 *
 * @param counter from 0
 */
public record RefreshLink(FamilyId family, long counter) {
  /** Checks the bound. */
  public RefreshLink {
    if (counter < 0) {
      throw new IllegalArgumentException("links are counted from 0");
    }
  }
}

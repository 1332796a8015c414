package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link SessionTokens} must keep. */
public interface SessionTokensContract {

  /** The adapter: the same one throughout a test. */
  SessionTokens sessionTokens();

  @Test
  @DisplayName("SECRET-1 a token names the owner that it was minted for")
  default void namesTheOwner() {
    UserId owner = Specimens.userId();
    assertThat(sessionTokens().mint(owner).owner()).isEqualTo(owner);
  }

  @Test
  @DisplayName("SECRET-2 a secret is what its bytes are written as: bits that say nothing are zero")
  default void writesOneSecretOneWay() {
    // Of the last character two bits are left over (RFC 4648, section 3.5): by chance a quarter of
    // all secrets would pass.
    for (int number = 0; number < 100; number++) {
      SessionToken token = sessionTokens().mint(Specimens.userId());
      byte[] secret = Base64.getUrlDecoder().decode(token.secret());
      assertThat(SessionToken.of(token.owner(), secret)).isEqualTo(token);
    }
  }

  @Test
  @DisplayName("SECRET-3 no two of many tokens of one owner are the same")
  default void mintsNoSecretTwice() {
    UserId owner = Specimens.userId();
    Set<SessionToken> seen = new HashSet<>();
    for (int number = 0; number < 2_000; number++) {
      seen.add(sessionTokens().mint(owner));
    }
    assertThat(seen).hasSize(2_000);
  }

  @Test
  @DisplayName("SECRET-4 no two tokens that are minted at once are the same")
  default void mintsNoSecretTwiceAtOnce() {
    UserId owner = Specimens.userId();
    List<List<SessionToken>> minted =
        Race.run(_ -> IntStream.range(0, 100).mapToObj(_ -> sessionTokens().mint(owner)).toList());
    assertThat(minted.stream().flatMap(List::stream).distinct()).hasSize(Race.CONTENDERS * 100);
  }

  @Test
  @DisplayName("SECRET-5 each of the 256 bits is set in about half of the tokens")
  default void usesEveryBit() {
    int[] set = new int[SessionToken.SECRET_BYTES * Byte.SIZE];
    UserId owner = Specimens.userId();
    for (int number = 0; number < 2_000; number++) {
      byte[] secret = Base64.getUrlDecoder().decode(sessionTokens().mint(owner).secret());
      BitSet.valueOf(secret).stream().forEach(bit -> set[bit]++);
    }
    // 1000 ± 7 standard deviations: chance fails this less than once in a billion runs.
    assertThat(set).hasSize(256);
    assertThat(IntStream.of(set).boxed()).allSatisfy(it -> assertThat(it).isBetween(843, 1157));
  }
}

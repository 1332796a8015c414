package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.domain.auth.AccessToken;
import org.junit.jupiter.api.Test;

final class CredentialTest {

  @Test
  void noCredentialShowsItsSecret() {
    assertThat(new Credential.SessionKey("s1.secret")).hasToString("SessionKey[redacted]");
    assertThat(new Credential.Bearer(new AccessToken("secret")).toString())
        .doesNotContain("secret");
  }
}

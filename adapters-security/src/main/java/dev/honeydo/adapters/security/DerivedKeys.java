package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keys for one purpose each, made of a signing key by HKDF-SHA256 (RFC 5869): without salt, with
 * {@code honeydo/<purpose>} as info. Knowing one of them tells nothing of the others.
 */
final class DerivedKeys {
  /** How many bytes a derived key has. */
  static final int BYTES = 32;

  private DerivedKeys() {}

  static byte[] derive(SigningKey key, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key.bytes())
                  .thenExpand(("honeydo/" + purpose).getBytes(UTF_8), BYTES));
    } catch (GeneralSecurityException everyJdk25CanDoIt) {
      throw new IllegalStateException(everyJdk25CanDoIt);
    }
  }
}

package dev.honeydo.domain.user;

import static dev.honeydo.domain.Violation.INVALID_FORMAT;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.TextRule;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner typed it.
 *
 * <p>The local part is an ASCII dot-atom (RFC 5322, section 3.2.3) of at most 64 characters; the
 * domain is a host name of at least two labels, in ASCII or as an internationalised name (RFC
 * 3490). Mail goes to {@link #value}; whether two addresses are one is decided by {@link #key}.
 *
 * @param value trimmed, at most 254 code points
 */
public record EmailAddress(String value) {
  private static final TextRule RULE = TextRule.line(1, 254);
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern LOCAL_PART =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Trims and checks. */
  public EmailAddress {
    value = RULE.apply(value);
    var _ = keyOf(value);
  }

  /** What no two users may share. */
  public EmailKey key() {
    return keyOf(value);
  }

  private static EmailKey keyOf(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART) {
      throw malformed();
    }
    String localPart = address.substring(0, at);
    String lowered = localPart.toLowerCase(Locale.ROOT);
    // Lower-casing maps some other letters to ASCII ones (KELVIN SIGN to k): two owners, one key.
    if (!localPart.chars().allMatch(c -> c < 128) || !LOCAL_PART.matcher(lowered).matches()) {
      throw malformed();
    }
    return new EmailKey(lowered + '@' + asciiDomain(address.substring(at + 1)));
  }

  private static String asciiDomain(String domain) {
    if (!Normalizer.isNormalized(domain, Normalizer.Form.NFKC)) {
      throw malformed();
    }
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      if (ascii.length() > 253 || !DOMAIN.matcher(ascii).matches()) {
        throw malformed();
      }
      return ascii;
    } catch (IllegalArgumentException notAName) {
      throw malformed();
    }
  }

  private static InvalidValue malformed() {
    return new InvalidValue(INVALID_FORMAT, "must be an e-mail address such as ada@example.org");
  }
}

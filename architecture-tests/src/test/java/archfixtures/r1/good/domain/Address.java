package archfixtures.r1.good.domain;

import java.net.IDN;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** A value made of the JDK's values. */
@NullMarked
public record Address(String value, Instant since, Optional<Address> former) {
  private static final Pattern FORM = Pattern.compile("[a-z.]+");

  /** Checks. */
  public Address {
    value = IDN.toASCII(value);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a name");
    }
  }
}

package archfixtures.r1.bad.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.NullMarked;

/** A value that asks the network: only IDN of java.net is pure. */
@NullMarked
public record BadAddress(String value) {
  /** Resolves. */
  public String resolved() throws UnknownHostException {
    return InetAddress.getByName(value).getHostAddress();
  }
}

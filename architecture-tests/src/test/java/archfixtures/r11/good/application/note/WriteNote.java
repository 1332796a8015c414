package archfixtures.r11.good.application.note;

import archfixtures.r11.good.application.port.Notes;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A use case. */
@NullMarked
public final class WriteNote {
  private final List<Notes> stores;
  private final Stamp stamp;
  private final Limits limits;
  private final Signature signature;
  private final InstantSource clock;

  /** Wires it. */
  public WriteNote(
      List<Notes> stores, Stamp stamp, Limits limits, Signature signature, InstantSource clock) {
    this.stores = stores;
    this.stamp = stamp;
    this.limits = limits;
    this.signature = signature;
    this.clock = clock;
  }

  /** Writes. */
  public Outcome handle(Command command) {
    return new Written(command.text() + stores + limits + signature.text() + stamp.of(clock));
  }

  /** What to write. */
  public record Command(String text) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Written(String text) implements Outcome {}
}

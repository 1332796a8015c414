package contractfixtures.held;

import dev.honeydo.contracts.EveryPortIsUnderContract;
import org.jspecify.annotations.NullMarked;

/** Where nothing ships: all of this package lies among the tests. */
@NullMarked
public final class Misplaced extends EveryPortIsUnderContract {}

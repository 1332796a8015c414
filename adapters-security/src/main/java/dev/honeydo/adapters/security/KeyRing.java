package dev.honeydo.adapters.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The signing keys that are good at the moment, and what is made of each. They can be exchanged at
 * any time: whoever is using the old ones goes on with them, the next gets the new ones.
 *
 * <p>Thread-safe.
 */
final class KeyRing {
  private final List<Made<?>> all = new ArrayList<>();
  private SigningKeys keys;

  KeyRing(SigningKeys keys) {
    this.keys = keys;
  }

  /** What {@code making} makes of each key there is, the one that signs first; never empty. */
  synchronized <T> Supplier<List<T>> each(Function<SigningKey, T> making) {
    Made<T> made = new Made<>(making, keys);
    all.add(made);
    return made;
  }

  synchronized void replace(SigningKeys next) {
    keys = next;
    all.forEach(made -> made.of(next));
  }

  private static final class Made<T> implements Supplier<List<T>> {
    private final Function<SigningKey, T> making;
    private volatile List<T> present;

    Made(Function<SigningKey, T> making, SigningKeys keys) {
      this.making = making;
      this.present = made(keys);
    }

    void of(SigningKeys keys) {
      present = made(keys);
    }

    private List<T> made(SigningKeys keys) {
      return keys.all().stream().map(making).toList();
    }

    @Override
    public List<T> get() {
      return present;
    }
  }
}

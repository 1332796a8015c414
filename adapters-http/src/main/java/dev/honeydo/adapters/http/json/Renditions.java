package dev.honeydo.adapters.http.json;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How values look in JSON, kept while the very same object is shown again and again: a cache hands
 * it out as long as it is the present one. What is equal but another object is rendered anew, so
 * nothing here can be out of date.
 *
 * <p>There is one place for each of {@value #PLACES} remainders of an object's identity, and about
 * so much room as {@link #MOST_BYTES} says; whoever comes last has a place, and when the room is
 * full all of it is cleared. Objects that nobody else holds are not kept.
 *
 * <p>Thread-safe, without locks.
 */
public final class Renditions {
  private static final int PLACES = 4_096;

  /** How many bytes of bodies are kept at the most, but for one body. */
  static final long MOST_BYTES = 16L << 20;

  private final AtomicReferenceArray<@Nullable Kept> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicLong bytes = new AtomicLong();

  /**
   * A body and what names it.
   *
   * @param body not to be changed
   * @param etag with its quotes
   */
  @SuppressWarnings("ArrayRecordComponent") // Written to the client as it is, never compared.
  public record Rendition(byte[] body, String etag) {}

  /**
   * How the object looks, where that was kept.
   *
   * @param variant what else the look depends on
   */
  public @Nullable Rendition find(Object shown, Object variant) {
    Kept kept = places.get(place(shown));
    return kept != null && kept.shown.refersTo(shown) && kept.variant.equals(variant)
        ? kept.rendition
        : null;
  }

  /** Keeps how the object looks, and returns it. */
  public Rendition keep(Object shown, Object variant, Rendition rendition) {
    int length = rendition.body().length;
    if (bytes.addAndGet(length) > MOST_BYTES) {
      clear();
      bytes.addAndGet(length);
    }
    Kept before =
        places.getAndSet(place(shown), new Kept(new WeakReference<>(shown), variant, rendition));
    if (before != null) {
      bytes.addAndGet(-before.rendition.body().length);
    }
    return rendition;
  }

  private void clear() {
    bytes.set(0);
    for (int i = 0; i < PLACES; i++) {
      places.set(i, null);
    }
  }

  private static int place(Object shown) {
    return (System.identityHashCode(shown) * 0x9E3779B9) >>> 20;
  }

  private record Kept(WeakReference<Object> shown, Object variant, Rendition rendition) {}
}

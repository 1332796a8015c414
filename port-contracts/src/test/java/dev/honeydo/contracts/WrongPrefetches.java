package dev.honeydo.contracts;

import static dev.honeydo.contracts.CacheDefect.isHeld;
import static dev.honeydo.contracts.CacheDefect.prefetching;
import static dev.honeydo.contracts.CacheDefect.reading;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Cache;
import java.util.List;

/** Doubles of caches that are wrong about what is likely to be read. */
final class WrongPrefetches {
  private WrongPrefetches() {}

  static final List<WrongDouble<Cache>> ALL =
      List.of(
          breaking(
              "CACHE-47",
              "tries the work before it does it",
              prefetching((_, _, work, right) ->
                  right.apply(() -> {
                    Object _ = work.get();
                    return work.get();
                  }))),
          breaking(
              "CACHE-47",
              "wraps what the work throws",
              prefetching((_, _, work, right) -> {
                try {
                  return right.apply(work);
                } catch (IllegalStateException bug) {
                  throw new IllegalStateException("wrapped", bug);
                }
              })),
          breaking(
              "CACHE-48",
              "loads what was likely to be read although there is a copy",
              reading(
                  (view, key, loader, right) -> {
                    Object answer = right.apply(loader);
                    boolean again = isHeld(loader) && view.reads(key) > 1 && view.allWrites() == 0;
                    return again ? loader.get() : answer;
                  },
                  false)),
          breaking(
              "CACHE-49",
              "answers what was there before its own write",
              reading(onceWritten(true), false)),
          breaking(
              "CACHE-50",
              "answers again what was likely to be read, whatever others write",
              reading(onceWritten(false), false)),
          breaking(
              "CACHE-50",
              "answers with what was likely to be read before",
              reading(
                  (view, key, loader, right) ->
                      view.known(key).orElseGet(() -> right.apply(loader)),
                  true)));

  /** Answers a read behind a write, of its own or of others, with what was there before it. */
  private static CacheDefect.OnRead onceWritten(boolean byItself) {
    return (view, key, loader, right) ->
        view.allWrites() > 0 && view.written.contains(key.owner()) == byItself
            ? view.known(key).orElseGet(() -> right.apply(loader))
            : right.apply(loader);
  }
}

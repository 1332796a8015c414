package dev.honeydo.contracts;

import static dev.honeydo.contracts.CacheDefect.isHeld;
import static dev.honeydo.contracts.CacheDefect.keying;
import static dev.honeydo.contracts.CacheDefect.reading;
import static dev.honeydo.contracts.CacheDefect.writing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.CacheDefect.OnRead;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.auth.TokenId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every wrong double of caches. */
final class WrongCaches {
  private static final UUID ONE = new UUID(0, 1);
  private static final Object NOTHING = Optional.empty();

  private WrongCaches() {}

  private static final List<WrongDouble<Cache>> OF_SESSIONS =
      List.of(
          wrong(
              "CACHE-1",
              "cuts the data of sessions",
              reading((_, _, loader, right) -> cut(right.apply(loader)))),
          wrong("CACHE-2", "remembers no session", reading(forgetting(it -> !it.equals(NOTHING)))),
          wrong("CACHE-3", "remembers no absence", reading(forgetting(NOTHING::equals))),
          wrong(
              "CACHE-4",
              "forgets epochs",
              reading((_, _, loader, right) -> inFirstEpoch(right.apply(loader)))),
          wrong(
              "CACHE-5",
              "has one session by id for each owner",
              keying(key ->
                  key instanceof Cache.SessionById it
                      ? new Cache.SessionById(it.owner(), new SessionId(ONE))
                      : key)),
          wrong(
              "CACHE-6",
              "has one session by token for each owner",
              keying(key ->
                  key instanceof Cache.SessionByToken it
                      ? new Cache.SessionByToken(it.owner(), new SessionTokenHash("one"))
                      : key)),
          wrong(
              "CACHE-7",
              "knows of one token for each session",
              keying(key ->
                  key instanceof Cache.Access it
                      ? new Cache.Access(it.owner(), it.session(), new TokenId(ONE))
                      : key)),
          wrong(
              "CACHE-8",
              "wraps what loaders throw",
              reading((view, key, loader, right) -> {
                try {
                  return right.apply(loader);
                } catch (IllegalStateException bug) {
                  throw view.reads(key) > 0 ? bug : new IllegalStateException("wrapped", bug);
                }
              })),
          wrong(
              "CACHE-9",
              "says itself that the record is unavailable",
              reading((_, _, loader, right) -> {
                try {
                  return right.apply(loader);
                } catch (PortUnavailable gone) {
                  throw new PortUnavailable("Cache", "read", new IOException(gone));
                }
              })),
          wrong(
              "CACHE-10",
              "remembers that the record was unavailable",
              reading((view, key, loader, right) -> {
                if (view.kept.get(key) instanceof PortUnavailable before) {
                  throw before;
                }
                try {
                  return right.apply(loader);
                } catch (PortUnavailable gone) {
                  view.kept.put(key, gone);
                  throw gone;
                }
              })),
          wrong(
              "CACHE-11",
              "lets each load that asks at once",
              reading((_, _, loader, right) -> inARace() ? loader.get() : right.apply(loader))),
          wrong(
              "CACHE-12",
              "makes each change twice",
              writing((_, _, change, right) ->
                  right.apply(() -> {
                    Object first = change.get();
                    return isHeld(change) ? change.get() : first;
                  }))),
          wrong(
              "CACHE-13",
              "wraps what changes throw",
              writing((_, _, change, right) -> {
                try {
                  return right.apply(change);
                } catch (IllegalStateException bug) {
                  throw new IllegalStateException("wrapped", bug);
                }
              })),
          wrong(
              "CACHE-14",
              "keeps its copy when it writes itself",
              new CacheDefect(
                  key -> key,
                  (view, key, loader, right) -> {
                    Object answer = right.apply(loader);
                    return isHeld(loader) ? view.kept(key).orElse(answer) : answer;
                  },
                  (view, owner, change, right) -> {
                    boolean one = view.known.size() == 1;
                    Object answer = right.apply(change);
                    if (one) {
                      view.known.forEach((key, value) -> keep(view, key, value, owner));
                    }
                    return answer;
                  })),
          wrong(
              "CACHE-15",
              "does not hear of other views' writes",
              reading((view, key, loader, right) ->
                  isHeld(loader) && view.reads(key) == 2 && view.writes.get() == 0
                      ? view.known(key).orElseThrow()
                      : right.apply(loader))),
          wrong(
              "CACHE-16",
              "ends copies by id only",
              reading((view, key, loader, right) ->
                  key instanceof Cache.SessionByToken && view.written.contains(key.owner())
                      ? view.known(key).orElseGet(() -> right.apply(loader))
                      : right.apply(loader))),
          wrong(
              "CACHE-17",
              "ends nothing when a change throws",
              new CacheDefect(
                  key -> key,
                  (view, key, loader, right) -> view.kept(key).orElseGet(() -> right.apply(loader)),
                  (view, owner, change, right) -> {
                    try {
                      return right.apply(change);
                    } catch (PortUnavailable gone) {
                      view.known.forEach((key, value) -> keep(view, key, value, owner));
                      throw gone;
                    }
                  })),
          wrong(
              "CACHE-18",
              "ends everybody's copies",
              writing((view, owner, change, right) -> {
                view.known.keySet().stream()
                    .map(Cache.Key::owner)
                    .filter(it -> !it.equals(owner))
                    .forEach(view::end);
                return right.apply(change);
              })),
          wrong(
              "CACHE-19",
              "remembers nothing of whom it has written",
              reading((view, key, loader, right) ->
                  key instanceof Cache.AccessKey<?> && view.written.contains(key.owner())
                      ? loader.get()
                      : right.apply(loader))),
          wrong(
              "CACHE-20",
              "remembers a load that it overtook itself",
              reading((view, key, loader, right) -> {
                int before = view.writes.get();
                Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
                if (key instanceof Cache.AccessKey<?> && view.writes.get() > before) {
                  view.kept.put(key, answer);
                }
                return answer;
              })),
          wrong(
              "CACHE-21",
              "remembers a session though another view overtook its load",
              reading(
                  keepingTheOvertaken(
                      (key, it) -> key instanceof Cache.AccessKey<?> && !it.equals(NOTHING)))),
          wrong(
              "CACHE-22",
              "remembers an absence though another view overtook its load",
              reading(
                  keepingTheOvertaken(
                      (key, it) -> key instanceof Cache.AccessKey<?> && it.equals(NOTHING)))),
          wrong("CACHE-23", "has one load for each key, whoever writes", joining()),
          wrong(
              "CACHE-24",
              "remembers what it loads while it writes",
              reading((view, key, loader, right) -> {
                Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
                if (view.writing.get() > 0) {
                  view.kept.put(key, answer);
                }
                return answer;
              })),
          wrong(
              "CACHE-25",
              "ends a write for all who write",
              reading((view, key, loader, right) -> {
                Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
                if (view.written.contains(key.owner()) && view.allWriting() > 0) {
                  view.kept.put(key, answer);
                }
                return answer;
              })),
          wrong(
              "CACHE-26",
              "answers with copies of any age",
              reading((view, key, loader, right) ->
                  isHeld(loader) && isOld(view.readAt.get(key), view.clock.instant())
                      ? view.known(key).orElseThrow()
                      : right.apply(loader))),
          wrong(
              "CACHE-27",
              "counts a copy's age from the end of its load",
              reading((view, key, loader, right) -> {
                if (isHeld(loader) && view.kept(key).isPresent()) {
                  return view.kept(key).get();
                }
                Instant before = view.clock.instant();
                Object answer = right.apply(loader);
                if (!before.equals(view.clock.instant())) {
                  view.kept.put(key, answer);
                }
                return answer;
              })),
          wrong(
              "CACHE-28",
              "lets no copy stand in",
              reading((_, _, loader, right) -> {
                try {
                  return right.apply(() -> withoutStandIn(loader));
                } catch (IllegalStateException thrown) {
                  throw thrown.getCause() instanceof PortUnavailable gone ? gone : thrown;
                }
              })),
          wrong("CACHE-29", "lets a copy stand in for ever", reading(standingIn(false))),
          wrong("CACHE-30", "lets what was written over stand in", reading(standingIn(true))),
          wrong(
              "CACHE-31",
              "lets a copy stand in for a bug",
              reading((view, key, loader, right) -> {
                try {
                  return right.apply(loader);
                } catch (IllegalStateException bug) {
                  return view.known(key).orElseThrow(() -> bug);
                }
              })));

  static final List<WrongDouble<Cache>> ALL =
      Stream.of(OF_SESSIONS, WrongCachesOfTodos.ALL, WrongPrefetches.ALL)
          .flatMap(List::stream)
          .toList();

  private static WrongDouble<Cache> wrong(String clause, String defect, CacheDefect spoil) {
    return breaking(clause, defect, spoil);
  }

  private static OnRead forgetting(Predicate<Object> which) {
    return (view, key, loader, right) -> {
      Object answer = right.apply(loader);
      boolean forgets =
          isHeld(loader)
              && view.reads(key) > 0
              && view.allWrites() == 0
              && key instanceof Cache.SessionById
              && which.test(answer);
      return forgets ? loader.get() : answer;
    };
  }

  static OnRead keepingTheOvertaken(BiPredicate<Cache.Key<?>, Object> which) {
    return (view, key, loader, right) -> {
      int own = view.writes.get();
      int all = view.allWrites();
      Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
      if (view.writes.get() == own && view.allWrites() > all && which.test(key, answer)) {
        view.kept.put(key, answer);
      }
      return answer;
    };
  }

  private static OnRead standingIn(boolean written) {
    return (view, key, loader, right) -> {
      try {
        return right.apply(loader);
      } catch (PortUnavailable gone) {
        return view.written.contains(key.owner()) == written
            ? view.known(key).orElseThrow(() -> gone)
            : sneak(gone);
      }
    };
  }

  private static Object withoutStandIn(Supplier<Object> loader) {
    try {
      return loader.get();
    } catch (PortUnavailable gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static Object sneak(PortUnavailable gone) {
    throw gone;
  }

  private static CacheDefect joining() {
    Map<Cache.Key<?>, CompletableFuture<Object>> flights = new ConcurrentHashMap<>();
    return reading((_, key, loader, right) -> {
      CompletableFuture<Object> mine = new CompletableFuture<>();
      CompletableFuture<Object> theirs =
          Thread.currentThread().isVirtual() ? flights.putIfAbsent(key, mine) : null;
      if (theirs != null) {
        return theirs.join();
      }
      try {
        Object answer = right.apply(loader);
        mine.complete(answer);
        return answer;
      } catch (RuntimeException | Error failed) {
        mine.completeExceptionally(failed);
        throw failed;
      }
    });
  }

  private static void keep(CacheDefect.View view, Cache.Key<?> key, Object value, Object owner) {
    if (key.owner().equals(owner)) {
      view.kept.put(key, value);
    }
  }

  private static boolean isOld(@Nullable Instant readAt, Instant now) {
    return readAt != null && !now.isBefore(readAt.plus(Duration.ofSeconds(2)));
  }

  private static Object cut(Object answer) {
    return answer instanceof Optional<?> found
            && found.isPresent()
            && found.get() instanceof Session session
            && session.data().json().length() > 100
        ? Optional.of(session.withData(SessionData.NONE))
        : answer;
  }

  private static Object inFirstEpoch(Object answer) {
    return answer instanceof Cache.Known known
        ? new Cache.Known(
            new RevokedTokens.Standing(known.standing().revoked(), Epoch.FIRST), known.session())
        : answer;
  }
}

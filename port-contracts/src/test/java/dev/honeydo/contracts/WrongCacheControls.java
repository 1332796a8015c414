package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.CacheControl.Cleared;
import dev.honeydo.application.port.CacheControl.Lookups;
import dev.honeydo.application.port.CacheControl.State;
import dev.honeydo.contracts.ControlledCaches.Keeping;
import dev.honeydo.contracts.ControlledCaches.Like;
import dev.honeydo.domain.user.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Every wrong double of what controls caches. */
final class WrongCacheControls {
  private static final Set<Scope> EVERYTHING = EnumSet.allOf(Scope.class);
  private static final Lookups NOTHING = new Lookups(0, 0, 0);

  private WrongCacheControls() {}

  static final List<WrongDouble<ControlledCaches>> ALL =
      List.of(
          breaking(
              "CONTROL-1",
              "clears one owner's copies only",
              keeping(
                  (view, _) -> {
                    if (view.known.size() > 1) {
                      Cache.Key<?> one = view.known.keySet().iterator().next();
                      view.keep(one::equals);
                    }
                  },
                  (_, _) -> {})),
          breaking("CONTROL-2", "clears one view only", elsewhere(true)),
          breaking(
              "CONTROL-3",
              "clears every scope",
              clearing((right, scopes) -> right.clear(scopes.isEmpty() ? scopes : EVERYTHING))),
          breaking(
              "CONTROL-4",
              "clears everything when told of nothing",
              clearing((right, scopes) -> right.clear(scopes.isEmpty() ? EVERYTHING : scopes))),
          breaking("CONTROL-5", "clears nothing that is under way", overtaking(true)),
          breaking(
              "CONTROL-6",
              "remembers nothing once it was cleared",
              it -> {
                Forgetting cache = new Forgetting(it.cache());
                return new ControlledCaches(
                    cache,
                    it.anotherView(),
                    new Like(it.control()) {
                      @Override
                      public Cleared clear(Set<Scope> scopes) {
                        cache.forgotten.addAll(scopes);
                        return super.clear(scopes);
                      }
                    });
              }),
          breaking(
              "CONTROL-7",
              "invalidates no profile",
              keeping(
                  (_, _) -> {},
                  (view, owner) ->
                      view.keep(key -> key instanceof Cache.Profile && key.owner().equals(owner)))),
          breaking("CONTROL-8", "invalidates one view only", elsewhere(false)),
          breaking(
              "CONTROL-9",
              "invalidates everybody",
              it ->
                  it.with(
                      new Like(it.control()) {
                        @Override
                        public Cleared invalidate(UserId owner) {
                          return clear(EVERYTHING);
                        }
                      })),
          breaking("CONTROL-10", "invalidates nothing that is under way", overtaking(false)),
          breaking(
              "CONTROL-11",
              "counts no copies",
              telling(state ->
                  new State(
                      state.store(),
                      state.healthy(),
                      state.keys(),
                      Map.of(),
                      state.near(),
                      state.shared(),
                      state.server()))),
          breaking(
              "CONTROL-12",
              "counts no lookups",
              telling(state ->
                  new State(
                      state.store(),
                      state.healthy(),
                      state.keys(),
                      state.copies(),
                      NOTHING,
                      NOTHING,
                      state.server()))),
          breaking(
              "CONTROL-13",
              "is never well",
              telling(state ->
                  new State(
                      state.store(),
                      false,
                      state.keys(),
                      state.copies(),
                      state.near(),
                      state.shared(),
                      state.server()))));

  /** Keeps what it should end, by what the view has answered. */
  private static UnaryOperator<ControlledCaches> keeping(
      BiConsumer<Keeping, Set<Scope>> clearing, BiConsumer<Keeping, UserId> invalidating) {
    return it -> {
      Keeping view = new Keeping(it.cache(), false);
      return new ControlledCaches(
          view,
          it.anotherView(),
          new Like(it.control()) {
            @Override
            public Cleared clear(Set<Scope> scopes) {
              clearing.accept(view, scopes);
              return super.clear(scopes);
            }

            @Override
            public Cleared invalidate(UserId owner) {
              invalidating.accept(view, owner);
              return super.invalidate(owner);
            }
          });
    };
  }

  private static UnaryOperator<ControlledCaches> elsewhere(boolean clearing) {
    return it -> {
      Keeping other = new Keeping(it.anotherView(), false);
      return new ControlledCaches(
          it.cache(), other, ending(it, clearing, () -> other.keep(_ -> true)));
    };
  }

  private static UnaryOperator<ControlledCaches> overtaking(boolean clearing) {
    return it -> {
      Keeping view = new Keeping(it.cache(), true);
      return new ControlledCaches(
          view, it.anotherView(), ending(it, clearing, () -> view.endings.incrementAndGet()));
    };
  }

  /** Does something more before it clears, or before it invalidates. */
  private static CacheControl ending(ControlledCaches it, boolean clearing, Runnable first) {
    return new Like(it.control()) {
      @Override
      public Cleared clear(Set<Scope> scopes) {
        if (clearing) {
          first.run();
        }
        return super.clear(scopes);
      }

      @Override
      public Cleared invalidate(UserId owner) {
        if (!clearing) {
          first.run();
        }
        return super.invalidate(owner);
      }
    };
  }

  private static UnaryOperator<ControlledCaches> clearing(
      BiFunction<CacheControl, Set<Scope>, Cleared> clear) {
    return it ->
        it.with(
            new Like(it.control()) {
              @Override
              public Cleared clear(Set<Scope> scopes) {
                return clear.apply(right, scopes);
              }
            });
  }

  private static UnaryOperator<ControlledCaches> telling(UnaryOperator<State> told) {
    return it ->
        it.with(
            new Like(it.control()) {
              @Override
              public State state() {
                return told.apply(super.state());
              }
            });
  }

  /** Loads whatever is of a scope that was cleared. */
  private static final class Forgetting implements Cache {
    private final Cache right;
    private final Set<Scope> forgotten = EnumSet.noneOf(Scope.class);

    Forgetting(Cache right) {
      this.right = right;
    }

    @Override
    public <V> V read(Key<V> key, Supplier<V> loader) {
      return forgotten.contains(key.scope()) ? loader.get() : right.read(key, loader);
    }

    @Override
    public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
      return right.write(owner, scope, change);
    }
  }
}

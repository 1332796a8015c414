package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.reference.InMemoryLocks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Every wrong double of locks. */
final class WrongLocks {
  private WrongLocks() {}

  static final List<WrongDouble<Locks>> ALL =
      List.of(
          breaking(
              "LOCK-1",
              "runs an action twice",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      return right.tryRun(
                          name,
                          lease,
                          () -> {
                            T _ = action.get();
                            return action.get();
                          });
                    }
                  }),
          breaking(
              "LOCK-2",
              "is busy and runs the action nevertheless",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      if (!inARace()) {
                        T _ = action.get();
                      }
                      return new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-3",
              "knows only of the locks that its own view has had",
              right ->
                  new Spoilt(right) {
                    private final Set<LockName> own = ConcurrentHashMap.newKeySet();

                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      return super.tryRun(
                          name,
                          lease,
                          () -> {
                            own.add(name);
                            return action.get();
                          });
                    }

                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      boolean blind = !own.contains(name) && !inARace() && !isGone();
                      return blind ? new Ran<>(action.get()) : new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-4",
              "lets an action into its own lock",
              right ->
                  new Spoilt(right) {
                    private final ThreadLocal<Set<LockName>> own =
                        ThreadLocal.withInitial(ConcurrentHashMap::newKeySet);

                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      return super.tryRun(
                          name,
                          lease,
                          () -> {
                            own.get().add(name);
                            try {
                              return action.get();
                            } finally {
                              own.get().remove(name);
                            }
                          });
                    }

                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      return own.get().contains(name) ? new Ran<>(action.get()) : new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-5",
              "has each lock once",
              right ->
                  new Spoilt(right) {
                    private final Set<LockName> had = ConcurrentHashMap.newKeySet();

                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      Attempt<T> answer = super.tryRun(name, lease, action);
                      return answer instanceof Ran && !had.add(name) ? new Busy<>() : answer;
                    }
                  }),
          breaking(
              "LOCK-6",
              "says in its own words that an action threw",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      try {
                        return super.tryRun(name, lease, action);
                      } catch (RuntimeException thrown) {
                        throw new IllegalStateException("the action threw", thrown);
                      }
                    }
                  }),
          breaking(
              "LOCK-7",
              "keeps the lock of an action that threw",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      try {
                        return super.tryRun(name, lease, action);
                      } catch (RuntimeException thrown) {
                        var _ = LockOwner.of(right, name);
                        throw thrown;
                      }
                    }
                  }),
          breaking(
              "LOCK-8",
              "looks at the beginning of names",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      int length = Specimens.lockName().value().length();
                      return super.tryRun(
                          new LockName(name.value().substring(0, length)), lease, action);
                    }
                  }),
          breaking(
              "LOCK-9",
              "lets a second one in where many try",
              right ->
                  new Spoilt(right) {
                    private final Set<LockName> second = ConcurrentHashMap.newKeySet();

                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      return inARace() && second.add(name) ? new Ran<>(action.get()) : new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-10",
              "takes every lock of a store that is gone for free",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      return isGone() ? new Ran<>(action.get()) : new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-10",
              "throws where its store is gone",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
                      if (isGone()) {
                        throw new PortUnavailable("Locks", "tryRun", new IOException("gone"));
                      }
                      return new Busy<>();
                    }
                  }),
          breaking(
              "LOCK-11",
              "calls from a thread that nobody can interrupt",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      return inARace()
                          ? super.tryRun(name, lease, action)
                          : deaf(() -> super.tryRun(name, lease, action), () -> false);
                    }
                  }),
          breaking(
              "LOCK-12",
              "does not tell an action that its lock is lost",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      return super.tryRun(
                          name,
                          lease,
                          () ->
                              deaf(
                                  action,
                                  () ->
                                      ((InMemoryLocks) right)
                                          .isHeldBy(name, Thread.currentThread())));
                    }
                  }),
          breaking(
              "LOCK-13",
              "leaves the caller interrupted who has lost",
              right ->
                  new Spoilt(right) {
                    @Override
                    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
                      Attempt<T> answer = super.tryRun(name, lease, action);
                      if (answer instanceof Lost) {
                        Thread.currentThread().interrupt();
                      }
                      return answer;
                    }
                  }),
          breaking(
              "LOCK-14",
              "does not say that the lock was lost",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> lost(Lost<T> answer, LockName name) {
                      return answer.result().<Attempt<T>>map(Ran::new).orElse(answer);
                    }
                  }),
          breaking(
              "LOCK-15",
              "forgets what an action came to that lost its lock",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> lost(Lost<T> answer, LockName name) {
                      return new Lost<>(Optional.empty());
                    }
                  }),
          breaking(
              "LOCK-16",
              "throws what an action threw that lost its lock",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> lost(Lost<T> answer, LockName name) {
                      if (answer.result().isEmpty()) {
                        throw new IllegalStateException("of the action");
                      }
                      return answer;
                    }
                  }),
          breaking(
              "LOCK-17",
              "frees a lock whoever has it",
              right ->
                  new Spoilt(right) {
                    @Override
                    <T> Attempt<T> lost(Lost<T> answer, LockName name) {
                      ((InMemoryLocks) right).lose(name);
                      return answer;
                    }
                  }));

  /** Does it on a thread of its own, and tells that of interrupts if it {@code hears} them. */
  private static <T> T deaf(Supplier<T> work, BooleanSupplier hears) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (true) {
      try {
        return task.get();
      } catch (InterruptedException told) {
        if (hears.getAsBoolean()) {
          thread.interrupt();
        }
      } catch (ExecutionException thrown) {
        if (thrown.getCause() instanceof RuntimeException ours) {
          throw ours;
        }
        throw new AssertionError(thrown.getCause());
      }
    }
  }

  /** The double: asks the right locks. */
  private static class Spoilt implements Locks {
    final Locks right;

    Spoilt(Locks right) {
      this.right = right;
    }

    @Override
    public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
      return switch (right.tryRun(name, lease, action)) {
        case Ran<T> ran -> ran;
        case Busy<T> _ -> busy(name, action);
        case Lost<T> lost -> lost(lost, name);
      };
    }

    <T> Attempt<T> busy(LockName name, Supplier<T> action) {
      return new Busy<>();
    }

    <T> Attempt<T> lost(Lost<T> answer, LockName name) {
      return answer;
    }

    boolean isGone() {
      return right.tryRun(Specimens.lockName(), LocksSubject.LEASE, () -> "free") instanceof Busy;
    }
  }
}

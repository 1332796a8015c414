package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class TouchesTest {
  private final Touches touches = new Touches();
  private final UserId owner = Specimens.userId();
  private final SessionId session = Specimens.sessionId();
  private final Queue<Instant> noted = new ConcurrentLinkedQueue<>();

  @Test
  void whatComesWhileOneIsNotedIsNotedTogetherByTheLatest() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    FutureTask<Sessions.Touch> first = started(at(0), go);
    await(() -> !noted.isEmpty());
    List<FutureTask<Sessions.Touch>> others = new ArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    for (int number : new int[] {3, 9, 1}) {
      FutureTask<Sessions.Touch> task = task(at(number), go);
      others.add(task);
      waiting.add(Thread.ofPlatform().start(task));
    }
    await(() -> waiting.stream().allMatch(it -> it.getState() == Thread.State.WAITING));
    go.countDown();
    assertThat(first.get()).isEqualTo(new Sessions.Touched());
    for (FutureTask<Sessions.Touch> other : others) {
      assertThat(other.get()).isEqualTo(new Sessions.Touched());
    }
    assertThat(noted).containsExactly(at(0), at(9));
  }

  @Test
  void usesOfOtherSessionsDoNotWait() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    FutureTask<Sessions.Touch> held = started(at(0), go);
    await(() -> !noted.isEmpty());
    assertThat(touches.note(owner, Specimens.sessionId(), at(1), _ -> new Sessions.Gone()))
        .isEqualTo(new Sessions.Gone());
    go.countDown();
    assertThat(held.get()).isEqualTo(new Sessions.Touched());
  }

  @Test
  void whatIsThrownIsThrownAndTheNextOneIsNoted() {
    PortUnavailable gone = new PortUnavailable("Sessions", "touch", new IOException("away"));
    assertThatThrownBy(() ->
            touches.note(
                owner,
                session,
                at(0),
                _ -> {
                  throw gone;
                }))
        .isSameAs(gone);
    assertThat(touches.note(owner, session, at(1), _ -> new Sessions.Touched()))
        .isEqualTo(new Sessions.Touched());
  }

  private FutureTask<Sessions.Touch> started(Instant at, CountDownLatch go) {
    FutureTask<Sessions.Touch> task = task(at, go);
    var _ = Thread.ofPlatform().start(task);
    return task;
  }

  private FutureTask<Sessions.Touch> task(Instant at, CountDownLatch go) {
    return new FutureTask<>(() ->
        touches.note(
            owner,
            session,
            at,
            latest -> {
              noted.add(latest);
              hold(go);
              return new Sessions.Touched();
            }));
  }

  private static void hold(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static Instant at(int second) {
    return Specimens.NOW.plusSeconds(second);
  }
}

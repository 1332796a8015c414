package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every wrong double of record stores. */
final class WrongRecordStores {
  private WrongRecordStores() {}

  static final List<WrongDouble<RecordStore>> ALL =
      List.of(
          breaking(
              "RECORD-1",
              "gives users of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public Users users() {
                      return another().users();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives todos of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public Todos todos() {
                      return another().todos();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives sessions of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public Sessions sessions() {
                      return another().sessions();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives families of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public RefreshFamilies refreshFamilies() {
                      return another().refreshFamilies();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives ledgers of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public IdempotencyLedger idempotencyLedger() {
                      return another().idempotencyLedger();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves ledgers open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public IdempotencyLedger idempotencyLedger() {
                      return open.idempotencyLedger();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives runs of jobs of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public JobRuns jobRuns() {
                      return another().jobRuns();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives unheard writers of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public UnheardWriters unheardWriters() {
                      return another().unheardWriters();
                    }
                  }),
          breaking(
              "RECORD-1",
              "gives revoked tokens of their own to everybody",
              (right, clock) ->
                  new Scattered(right, clock) {
                    @Override
                    public RevokedTokens revokedTokens() {
                      return another().revokedTokens();
                    }
                  }),
          breaking(
              "RECORD-2",
              "probes something else",
              right ->
                  new Spoilt(right) {
                    @Override
                    public HealthProbe healthProbe() {
                      return () -> {
                        throw new PortUnavailable(
                            "HealthProbe", "probe", new IOException("no such host"));
                      };
                    }
                  }),
          breaking("RECORD-3", "shows its password", at("db://honeydo:s3cret@localhost/record")),
          breaking("RECORD-3", "shows its options", at("db://localhost/record?key=s3cret")),
          breaking("RECORD-3", "tells a story of where it is", at("in memory,\nas ever")),
          breaking(
              "RECORD-4",
              "leaves todos open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public Todos todos() {
                      return open.todos();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves sessions open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public Sessions sessions() {
                      return open.sessions();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves families open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public RefreshFamilies refreshFamilies() {
                      return open.refreshFamilies();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves runs of jobs open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public JobRuns jobRuns() {
                      return open.jobRuns();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves unheard writers open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public UnheardWriters unheardWriters() {
                      return open.unheardWriters();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves revoked tokens open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public RevokedTokens revokedTokens() {
                      return open.revokedTokens();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves its probe open",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    @Override
                    public HealthProbe healthProbe() {
                      return open.healthProbe();
                    }
                  }),
          breaking(
              "RECORD-4",
              "leaves users open until it is closed again",
              (right, clock) ->
                  new LeavesOpen(right, clock) {
                    private boolean closed;

                    @Override
                    public Users users() {
                      return open.users();
                    }

                    @Override
                    public void close() {
                      super.close();
                      if (closed) {
                        open.close();
                      }
                      closed = true;
                    }
                  }),
          breaking(
              "RECORD-5",
              "throws when it is closed again",
              right ->
                  new Spoilt(right) {
                    private boolean closed;

                    @Override
                    public void close() {
                      if (closed) {
                        throw new IllegalStateException("closed");
                      }
                      closed = true;
                      super.close();
                    }
                  }));

  private static UnaryOperator<RecordStore> at(String location) {
    return right ->
        new Spoilt(right) {
          @Override
          public String location() {
            return location;
          }
        };
  }

  /** The double: asks the right store. */
  private static class Spoilt implements RecordStore {
    private final RecordStore right;

    Spoilt(RecordStore right) {
      this.right = right;
    }

    @Override
    public RevokedTokens revokedTokens() {
      return right.revokedTokens();
    }

    @Override
    public IdempotencyLedger idempotencyLedger() {
      return right.idempotencyLedger();
    }

    @Override
    public Users users() {
      return right.users();
    }

    @Override
    public Todos todos() {
      return right.todos();
    }

    @Override
    public Sessions sessions() {
      return right.sessions();
    }

    @Override
    public RefreshFamilies refreshFamilies() {
      return right.refreshFamilies();
    }

    @Override
    public JobRuns jobRuns() {
      return right.jobRuns();
    }

    @Override
    public UnheardWriters unheardWriters() {
      return right.unheardWriters();
    }

    @Override
    public HealthProbe healthProbe() {
      return right.healthProbe();
    }

    @Override
    public String location() {
      return right.location();
    }

    @Override
    public void close() {
      right.close();
    }
  }

  /** Has other stores beside the right one, which are closed with it. */
  private static class Scattered extends Spoilt {
    private final InstantSource clock;
    private final List<RecordStore> others = new ArrayList<>();
    private boolean closed;

    Scattered(RecordStore right, InstantSource clock) {
      super(right);
      this.clock = clock;
    }

    /** One of which nobody knows yet. */
    RecordStore another() {
      RecordStore other = new InMemoryRecordStore(clock);
      others.add(other);
      if (closed) {
        other.close();
      }
      return other;
    }

    @Override
    public void close() {
      closed = true;
      others.forEach(RecordStore::close);
      super.close();
    }
  }

  /** Has another store beside the right one, which is not closed with it. */
  private static class LeavesOpen extends Spoilt {
    final RecordStore open;

    LeavesOpen(RecordStore right, InstantSource clock) {
      super(right);
      this.open = new InMemoryRecordStore(clock);
    }
  }
}

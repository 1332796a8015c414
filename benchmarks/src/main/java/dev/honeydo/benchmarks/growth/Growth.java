package dev.honeydo.benchmarks.growth;

import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.sqlite.SqliteAdapters;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.benchmarks.load.Machine;
import dev.honeydo.benchmarks.peer.Quiet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Prints how long a record takes for what is asked of it, as it fills: todos in the first numbers
 * given, 10,000 for each user at the most, then sessions in the others.
 *
 * <p>Arguments: {@code sqlite} or the URI of a MongoDB, todos as a list of numbers, sessions as a
 * list of numbers; for example {@code sqlite 1000,100000,1000000 1000,1000000}.
 */
public final class Growth {
  private Growth() {}

  /** Fills and measures. */
  public static void main(String[] arguments) throws Exception {
    Quiet.please();
    String where = arguments[0];
    System.out.println(Machine.description() + "\n");
    Table todos = new Table("todos");
    for (int count : numbers(arguments[1])) {
      try (RecordStore record = open(where)) {
        ManyTodos many = ManyTodos.fill(record.todos(), count);
        many.measure(todos.column(count));
      }
    }
    System.out.println(todos);
    Table sessions = new Table("sessions");
    for (int count : numbers(arguments[2])) {
      try (RecordStore record = open(where)) {
        ManySessions many = ManySessions.fill(record.sessions(), count);
        many.measure(sessions.column(count));
      }
    }
    System.out.println(sessions);
  }

  private static RecordStore open(String where) throws IOException {
    InstantSource clock = InstantSource.system();
    if (where.equals("sqlite")) {
      Path directory = Files.createTempDirectory("honeydo-growth");
      return SqliteAdapters.open(directory, clock);
    }
    String database = "growth" + System.nanoTime();
    return MongoAdapters.open(new MongoAdapters.Config(where, database, "todos", "users"), clock);
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty() || text.equals("-")
        ? List.of()
        : List.of(text.split(",", -1)).stream().map(Integer::valueOf).toList();
  }

  /** What a measurement is written to. */
  interface Column {
    /** Does it some hundred times, and notes how long that takes. */
    void time(String what, Work work);
  }

  /** What is measured. */
  @FunctionalInterface
  interface Work {
    /** Does it; the number tells one time from another. */
    Object done(int number);
  }

  /** Medians, a row for each thing that is done and a column for each size. */
  static final class Table {
    private static final int TIMES = 300;

    private final String of;
    private final Map<String, Map<Integer, Double>> rows = new java.util.LinkedHashMap<>();
    private final List<Integer> sizes = new java.util.ArrayList<>();

    Table(String of) {
      this.of = of;
    }

    Column column(int size) {
      sizes.add(size);
      return (what, work) -> {
        double[] micros = new double[TIMES];
        for (int i = -TIMES; i < TIMES; i++) {
          long begun = System.nanoTime();
          Object done = work.done(i);
          long taken = System.nanoTime() - begun;
          if (done.hashCode() == 1 && taken < 0) {
            throw new IllegalStateException("time went back");
          }
          if (i >= 0) {
            micros[i] = taken / 1_000.0;
          }
        }
        java.util.Arrays.sort(micros);
        rows.computeIfAbsent(what, _ -> new java.util.HashMap<>()).put(size, micros[TIMES / 2]);
        System.err.printf(
            java.util.Locale.ROOT, "%,d %s: %s: %.0f µs%n", size, of, what, micros[TIMES / 2]);
      };
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(1_024);
      text.append("| median, µs |");
      sizes.forEach(it -> text.append(String.format(java.util.Locale.ROOT, " %,d %s |", it, of)));
      text.append("\n|---|").append("--:|".repeat(sizes.size())).append('\n');
      rows.forEach((what, cells) -> {
        text.append("| ").append(what).append(" |");
        sizes.forEach(it ->
            text.append(
                String.format(java.util.Locale.ROOT, " %,.0f |", cells.getOrDefault(it, 0.0))));
        text.append('\n');
      });
      return text.toString();
    }
  }
}

package dev.honeydo.benchmarks.load;

import dev.honeydo.benchmarks.load.ServerProcess.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Measures Honeydo and its peers in one run: in each round every subject does every workload, once
 * as fast as it can and once at a rate. What is told are medians of the rounds.
 */
public final class LoadTest {
  private static final int ONE_BY_ONE = 200;

  private LoadTest() {}

  /** Measures, and writes a table and plots; the first argument is where to. */
  public static void main(String[] arguments) throws Exception {
    Path results = Path.of(arguments[0]);
    Options options = Options.of(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
    Figures figures = new Figures();
    try (Subjects all = Subjects.start(options.subjects(), List.of())) {
      Map<String, Subject> subjects = all.of(options.subjects());
      for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
        for (Workload workload : options.workloads()) {
          say("warming up " + subject.getKey() + " " + workload);
          Generator.Result _ = warmedUp(subject.getValue(), workload, options);
        }
      }
      for (int round = 1; round <= options.rounds(); round++) {
        for (Workload workload : options.workloads()) {
          for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
            Sample sample = sample(all, subject.getKey(), subject.getValue(), workload, options);
            figures.add(subject.getValue().name(), workload, sample);
            say(round + " " + subject.getKey() + " " + workload + " " + sample);
          }
        }
      }
    }
    Path _ = Files.createDirectories(results);
    List<Path> written = new Report(figures, options).writeTo(results);
    say("written: " + written);
  }

  private static Generator.Result warmedUp(Subject subject, Workload workload, Options options)
      throws IOException {
    Generator generator = subject.generator(options.connections());
    return options.answers() > 0
        ? generator.flatOut(subject.requests(workload), 2 * options.answers())
        : generator.flatOut(subject.requests(workload), options.warmUp());
  }

  private static Sample sample(
      Subjects all, String key, Subject subject, Workload workload, Options options)
      throws IOException {
    Generator generator = subject.generator(options.connections());
    Requests requests = subject.requests(workload);
    Usage before = subject.usage();
    Generator.Result fast =
        options.answers() > 0
            ? generator.flatOut(requests, options.answers())
            : generator.flatOut(requests, options.time());
    Usage used = subject.usage().minus(before);
    Generator.Result steady = generator.at(options.rate(), requests, options.time());
    double answers = Math.max(1, fast.answers());
    return new Sample(
        fast.rate(),
        used.cpuNanos() / 1_000.0 / answers,
        used.allocatedBytes() / answers,
        roundTrips(all, key, subject, requests),
        steady.latencies().micros(0.5),
        steady.latencies().micros(0.99),
        steady.latencies().micros(0.999),
        fast.errors() + steady.errors());
  }

  /** Made one after the other, so that no two travel together. */
  private static double roundTrips(Subjects all, String key, Subject subject, Requests requests)
      throws IOException {
    Generator alone = subject.generator(1);
    Generator.Result _ = alone.flatOut(requests, ONE_BY_ONE / 4);
    long before = all.redisReads(key);
    Generator.Result _ = alone.flatOut(requests, ONE_BY_ONE);
    // Whoever asks is read as well.
    return Math.max(0, all.redisReads(key) - before - 1) / (double) ONE_BY_ONE;
  }

  private static void say(String what) {
    System.out.println(what);
  }
}

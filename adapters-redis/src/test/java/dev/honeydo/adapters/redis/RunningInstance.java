package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.honeydo.application.job.RunJob;
import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.Lease;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Another process that runs a job once, and can be stopped and killed. Its locks are in Redis; its
 * record is the one of this process, which it asks line by line: {@code begin}, {@code finish fence
 * instant}, {@code last}.
 */
final class RunningInstance implements AutoCloseable {
  static final JobName JOB = new JobName("clean-up");
  static final Lease LEASE = Lease.ofSeconds(2);

  private final JobRuns record;
  private final Process process;
  private final BufferedReader lines;
  private final PrintWriter answers;

  private RunningInstance(JobRuns record, Process process) {
    this.record = record;
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.answers = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /** Starts one, which is about to try the job. */
  static RunningInstance start(String redisUrl, JobRuns record) {
    try {
      return new RunningInstance(
          record,
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  redisUrl)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says next that is no question to the record: {@code working}, or its outcome. */
  String says() {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<String> answer = answer(line.split(" "));
        if (answer.isEmpty()) {
          return line;
        }
        answers.println(answer.get());
      }
      return "gone";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> answer(String[] words) {
    return switch (words[0]) {
      case "begin" -> Optional.of(Long.toString(record.begin(JOB).value()));
      case "finish" -> {
        Fence fence = new Fence(Long.parseLong(words[1]));
        yield Optional.of(
            switch (record.finish(JOB, fence, Instant.parse(words[2]))) {
              case JobRuns.Noted _ -> "noted";
              case JobRuns.Overtaken _ -> "overtaken";
            });
      }
      case "last" -> Optional.of(record.lastFinished(JOB).map(Instant::toString).orElse("never"));
      default -> Optional.empty();
    };
  }

  /** Lets its action end. */
  void end() {
    answers.println("end");
  }

  /** Stops it where it stands: {@code kill -STOP}. */
  void stop() {
    signal("STOP");
  }

  /** Lets it go on: {@code kill -CONT}. */
  void go() {
    signal("CONT");
  }

  /** Ends it at once: {@code kill -KILL}. */
  void kill() {
    // By its handle: killing by the process itself would close the streams.
    boolean _ = process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      if (!process.waitFor(10, SECONDS)) {
        throw new IllegalStateException("it survives its killing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process. Its action says {@code working}, and ends when it is told {@code end}. */
  static final class Main {
    private static final BufferedReader ANSWERS =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Main() {}

    public static void main(String[] arguments) {
      var config = new RedisAdapters.Config(arguments[0], RedisAdapters.Config.TIMEOUT);
      try (var adapters =
          RedisAdapters.open(
              config,
              UUID::randomUUID,
              InstantSource.system(),
              Views.CACHING,
              new InMemoryUnheardWriters())) {
        RunJob runJob =
            new RunJob(
                adapters.locks(System::nanoTime),
                new RecordOfTheParent(),
                InstantSource.system(),
                LEASE);
        System.out.println(runJob.handle(new RunJob.Command(JOB, Duration.ofHours(1), Main::work)));
      }
    }

    private static boolean work() {
      return asked("working").equals("end");
    }

    private static String asked(String question) {
      System.out.println(question);
      try {
        return ANSWERS.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class RecordOfTheParent implements JobRuns {
    @Override
    public Fence begin(JobName job) {
      return new Fence(Long.parseLong(Main.asked("begin")));
    }

    @Override
    public Finishing finish(JobName job, Fence fence, Instant at) {
      String answer = Main.asked(String.join(" ", List.of("finish", "" + fence.value(), "" + at)));
      return answer.equals("noted") ? new Noted() : new Overtaken();
    }

    @Override
    public Optional<Instant> lastFinished(JobName job) {
      String answer = Main.asked("last");
      return answer.equals("never") ? Optional.empty() : Optional.of(Instant.parse(answer));
    }
  }
}

package dev.honeydo.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Says where the embedded Honeydo spends its time, and for what its memory, under a workload. */
public final class Profile {
  private static final int SHOWN = 30;

  private Profile() {}

  /** Its arguments are a workload, for example {@code W1}, and how many answers to wait for. */
  public static void main(String[] arguments) throws Exception {
    Workload workload =
        Options.of(new String[] {"workloads=" + arguments[0]}).workloads().getFirst();
    long answers = Long.parseLong(arguments[1]);
    Path recording = Files.createTempFile("honeydo", ".jfr");
    try (Subjects all = Subjects.start(List.of("embedded"), List.of())) {
      Subject subject = all.of(List.of("embedded")).values().iterator().next();
      Generator generator = subject.generator(64);
      Generator.Result _ = generator.flatOut(subject.requests(workload), answers);
      subject.command("JFR.start", "settings=profile", "name=profile");
      Generator.Result result = generator.flatOut(subject.requests(workload), answers);
      subject.command("JFR.dump", "name=profile", "filename=" + recording);
      System.out.printf(Locale.ROOT, "%s: %.0f answers/s%n", workload.title(), result.rate());
    }
    print(recording);
  }

  private static void print(Path recording) throws IOException {
    Map<String, Long> self = new HashMap<>();
    Map<String, Long> within = new HashMap<>();
    Map<String, Long> types = new HashMap<>();
    Map<String, Long> sites = new HashMap<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getStackTrace() == null) {
          continue;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        String name = event.getEventType().getName();
        if (name.equals("jdk.ExecutionSample")) {
          count(self, method(frames.getFirst()), 1);
          frames.stream().map(Profile::method).distinct().forEach(it -> count(within, it, 1));
        } else if (name.equals("jdk.ObjectAllocationSample")) {
          long weight = event.getLong("weight");
          count(types, event.getClass("objectClass").getName(), weight);
          count(sites, site(frames), weight);
        }
      }
    }
    print("Time in", self);
    print("Time in and below", within);
    print("Memory for", types);
    print("Memory at", sites);
  }

  /** Where it is allocated, with the first frame that is of Honeydo or Jetty above it. */
  private static String site(List<RecordedFrame> frames) {
    String first = method(frames.getFirst());
    return frames.stream()
        .map(Profile::method)
        .filter(it -> !it.startsWith("java.") && !it.startsWith("jdk."))
        .findFirst()
        .map(it -> it.equals(first) ? it : it + " <- " + first)
        .orElse(first);
  }

  private static String method(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static void count(Map<String, Long> counts, String what, long weight) {
    counts.merge(what, weight, Long::sum);
  }

  private static void print(String title, Map<String, Long> counts) {
    long total = Math.max(1, counts.values().stream().mapToLong(it -> it).sum());
    boolean shares = !title.endsWith("below");
    System.out.println("\n" + title);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(it ->
            System.out.printf(
                Locale.ROOT,
                shares ? "%6.1f %% %s%n" : "%8.0f %s%n",
                shares ? it.getValue() * 100.0 / total : (double) it.getValue(),
                it.getKey()));
  }
}

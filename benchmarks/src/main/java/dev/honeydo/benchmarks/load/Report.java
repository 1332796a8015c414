package dev.honeydo.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what was measured as a table and as plots. */
final class Report {
  private static final String LIMIT = "bare Jetty";
  private static final String FRAMEWORK = "Javalin";

  private final Figures figures;
  private final Options options;

  Report(Figures figures, Options options) {
    this.figures = figures;
    this.options = options;
  }

  List<Path> writeTo(Path directory) throws IOException {
    return List.of(
        Files.writeString(directory.resolve("load.md"), table()),
        Files.writeString(
            directory.resolve("throughput.svg"),
            new Bars("Answers in each second", "1/s", figures, Sample::rate).svg()),
        Files.writeString(
            directory.resolve("cpu.svg"),
            new Bars(
                    "Processor time of the server for each answer",
                    "µs",
                    figures,
                    Sample::cpuMicros)
                .svg()),
        Files.writeString(
            directory.resolve("latency.svg"),
            new Bars(
                    "99 of 100 answers take at most, at "
                        + options.rate()
                        + " requests in a second",
                    "µs",
                    figures,
                    Sample::p99)
                .svg()));
  }

  private String table() throws IOException {
    StringBuilder text = new StringBuilder(4_096);
    text.append("# Whole requests\n\nMedians of ")
        .append(options.rounds())
        .append(" interleaved rounds of ")
        .append(options.time().toMillis())
        .append(" ms, ")
        .append(options.connections())
        .append(
            " connections; ratios are medians of the ratios in each round. Latency is that of an"
                + " open loop at ")
        .append(options.rate())
        .append(
            " requests in a second, counted from when a request was due. Processor time and"
                + " allocation are the server's alone. Generator and servers share the"
                + " machine.\n\n")
        .append(Machine.description())
        .append('\n');
    for (Workload workload : figures.workloads()) {
      text.append("\n## ")
          .append(workload.name(), 0, 2)
          .append(": ")
          .append(workload.title())
          .append(
              "\n\n"
                  + "| | answers/s | of bare Jetty | of Javalin | CPU each | allocated each | Redis"
                  + " round trips each | p50 | p99 | p99.9 | errors |\n"
                  + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
      for (String subject : figures.subjects()) {
        text.append(row(subject, workload));
      }
    }
    text.append("\n![answers in each second](throughput.svg)\n\n![processor time](cpu.svg)\n\n");
    return text.append("![latency](latency.svg)\n").toString();
  }

  private String row(String subject, Workload workload) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %s | %s | %.1f µs | %,.0f B | %.2f | %.2f ms | %.2f ms | %.2f ms | %.0f"
            + " |%n",
        subject,
        figures.median(subject, workload, Sample::rate),
        ratio(subject, LIMIT, workload),
        ratio(subject, FRAMEWORK, workload),
        figures.median(subject, workload, Sample::cpuMicros),
        figures.median(subject, workload, Sample::bytes),
        figures.median(subject, workload, Sample::roundTrips),
        figures.median(subject, workload, Sample::p50) / 1_000,
        figures.median(subject, workload, Sample::p99) / 1_000,
        figures.median(subject, workload, Sample::p999) / 1_000,
        figures.sum(subject, workload, Sample::errors));
  }

  private String ratio(String subject, String peer, Workload workload) {
    return figures.subjects().contains(peer)
        ? String.format(Locale.ROOT, "%.2f", figures.ratio(subject, peer, workload, Sample::rate))
        : "–";
  }
}

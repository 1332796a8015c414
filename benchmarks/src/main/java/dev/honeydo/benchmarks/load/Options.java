package dev.honeydo.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run is done.
 *
 * @param rounds how often everything is measured
 * @param time of each measurement
 * @param warmUp of each workload on each subject
 * @param answers of each measurement, on a machine that others keep busy; 0 for as many as come
 * @param rate requests in each second where latency is measured
 * @param connections how many there are
 * @param subjects which are measured, by the beginning of their key
 * @param workloads which are done
 */
record Options(
    int rounds,
    Duration time,
    Duration warmUp,
    long answers,
    int rate,
    int connections,
    List<String> subjects,
    List<Workload> workloads) {

  static Options of(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "an argument has the form name=value, with rounds, millis, warm, answers, rate, connections,"
                + " subjects or workloads for a name: "
                + argument);
      }
      given.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Options(
        Integer.parseInt(given.getOrDefault("rounds", "3")),
        Duration.ofMillis(Long.parseLong(given.getOrDefault("millis", "2500"))),
        Duration.ofMillis(Long.parseLong(given.getOrDefault("warm", "4000"))),
        Long.parseLong(given.getOrDefault("answers", "0")),
        Integer.parseInt(given.getOrDefault("rate", "2000")),
        Integer.parseInt(given.getOrDefault("connections", "64")),
        list(given.getOrDefault("subjects", "jetty,javalin,embedded,shared,pair")),
        workloads(list(given.getOrDefault("workloads", "W1,W2,W3,W4"))));
  }

  private static List<String> list(String text) {
    return List.of(text.split(",", -1));
  }

  private static List<Workload> workloads(List<String> wanted) {
    return Arrays.stream(Workload.values())
        .filter(it -> wanted.stream().anyMatch(it.name()::startsWith))
        .toList();
  }
}

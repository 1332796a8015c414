package dev.honeydo.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What was measured of every subject and workload, in all rounds. */
final class Figures {
  private final Map<String, Map<Workload, List<Sample>>> samples = new LinkedHashMap<>();

  void add(String subject, Workload workload, Sample sample) {
    samples
        .computeIfAbsent(subject, _ -> new LinkedHashMap<>())
        .computeIfAbsent(workload, _ -> new ArrayList<>())
        .add(sample);
  }

  List<String> subjects() {
    return List.copyOf(samples.keySet());
  }

  Set<Workload> workloads() {
    Set<Workload> all = new LinkedHashSet<>();
    samples.values().forEach(it -> all.addAll(it.keySet()));
    return all;
  }

  /** The one in the middle of the rounds. */
  double median(String subject, Workload workload, ToDoubleFunction<Sample> figure) {
    double[] sorted = sorted(subject, workload, figure);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /**
   * The median of what a subject does for each that another does, round by round: what disturbs a
   * round disturbs both.
   */
  double ratio(String subject, String other, Workload workload, ToDoubleFunction<Sample> figure) {
    List<Sample> ours = of(subject, workload);
    List<Sample> theirs = of(other, workload);
    double[] ratios = new double[Math.min(ours.size(), theirs.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i));
    }
    java.util.Arrays.sort(ratios);
    return ratios.length == 0 ? 0 : ratios[ratios.length / 2];
  }

  /** All of all rounds. */
  double sum(String subject, Workload workload, ToDoubleFunction<Sample> figure) {
    return java.util.Arrays.stream(sorted(subject, workload, figure)).sum();
  }

  private double[] sorted(String subject, Workload workload, ToDoubleFunction<Sample> figure) {
    return of(subject, workload).stream().mapToDouble(figure).sorted().toArray();
  }

  private List<Sample> of(String subject, Workload workload) {
    return samples.getOrDefault(subject, Map.of()).getOrDefault(workload, List.of());
  }
}

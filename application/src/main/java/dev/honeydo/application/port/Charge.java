package dev.honeydo.application.port;

import java.util.List;

/**
 * What one request costs.
 *
 * @param partition where its buckets lie: those that are ever charged together lie in one, so that
 *     one step of one server decides on them. The same limit and subject in another partition is
 *     another bucket.
 * @param buckets at least one, of limits with different names; each is charged the same
 * @param cost from 0, which only looks, to the smallest quota
 */
public record Charge(String partition, List<Bucket> buckets, int cost) {

  /** Copies the list and checks the bounds. */
  public Charge {
    buckets = List.copyOf(buckets);
    int smallest = buckets.stream().mapToInt(it -> it.limit().quota()).min().orElse(-1);
    if (cost < 0 || cost > smallest) {
      throw new IllegalArgumentException("a cost is 0 to the smallest quota, of one at least");
    }
    if (buckets.stream().map(it -> it.limit().name()).distinct().count() < buckets.size()) {
      throw new IllegalArgumentException("two limits have the same name");
    }
    if (partition.isEmpty() || partition.length() > Bucket.LONGEST) {
      throw new IllegalArgumentException("a partition has 1 to 512 characters");
    }
  }

  /** Leaves out where: it can be somebody's address. */
  @Override
  public String toString() {
    return "Charge[" + cost + ", " + buckets + "]";
  }
}

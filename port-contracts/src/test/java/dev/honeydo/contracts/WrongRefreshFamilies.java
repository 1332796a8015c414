package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.RefreshFamilies;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of families. */
final class WrongRefreshFamilies {
  private WrongRefreshFamilies() {}

  static List<WrongDouble<RefreshFamilies>> all() {
    return Stream.of(
            WrongRefreshFamiliesRotating.ALL,
            WrongRefreshFamiliesEnding.ALL,
            WrongRefreshFamiliesFinding.ALL,
            WrongRefreshFamiliesClearing.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<RefreshFamilies>> LEAKING =
      List.of(
          leaking("FAM-32", RefreshFamilies.class, "found"),
          leaking("FAM-33", RefreshFamilies.class, "rotate"),
          leaking("FAM-34", RefreshFamilies.class, "end"),
          leaking("FAM-35", RefreshFamilies.class, "endAll"),
          leaking("FAM-51", RefreshFamilies.class, "endOthers"),
          leaking("FAM-52", RefreshFamilies.class, "purge"),
          leaking("FAM-56", RefreshFamilies.class, "find"));
}

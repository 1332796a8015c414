package dev.honeydo.architecture.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which adapter keeps which clause. */
record ContractsPage(List<Contract> contracts, List<AdapterTests> adapters) {

  static String of(Repository repository) {
    List<Contract> contracts = Contract.all();
    return new ContractsPage(contracts, AdapterTests.all(repository.modules(), contracts)).text();
  }

  String text() {
    return """
    # Contracts

    What every adapter of a port must keep. A clause is a test; the test of an adapter inherits all clauses of its port, and
    the build is red when one of them fails. [Writing an adapter](writing-an-adapter.md) says how to inherit them.

    """
        + summary()
        + contracts.stream().map(this::section).collect(Collectors.joining());
  }

  private String summary() {
    int all = contracts.stream().mapToInt(it -> it.clauses().size()).sum();
    return "One full set of adapters, one for each port, inherits **%d clauses**. %s\n\n"
            .formatted(all, leftOut())
        + adapters.stream().map(ContractsPage::legend).collect(Collectors.joining())
        + "\n"
        + Markdown.head(cells("port", "clauses", adapters, AdapterTests::name))
        + contracts.stream().map(this::count).collect(Collectors.joining())
        + Markdown.row(
            cells(
                "**all**",
                "**" + all + "**",
                adapters,
                it -> "**" + contracts.stream().mapToLong(port -> kept(it, port)).sum() + "**"));
  }

  private static String legend(AdapterTests adapter) {
    return "- `%s`: %s\n"
        .formatted(
            adapter.name(),
            Markdown.link(
                "the tests of " + adapter.module().directory(),
                "../" + adapter.module().directory()));
  }

  private String count(Contract contract) {
    String anchor = "#" + contract.port().toLowerCase(Locale.ROOT);
    return Markdown.row(
        cells(
            Markdown.link(Markdown.code(contract.port()), anchor),
            Integer.toString(contract.clauses().size()),
            adapters,
            it -> it.keep(contract) ? Long.toString(kept(it, contract)) : ""));
  }

  private static long kept(AdapterTests adapter, Contract contract) {
    return contract.clauses().stream().filter(it -> adapter.keep(contract, it)).count();
  }

  /** What an adapter whose test inherits a contract does not inherit of it. */
  private String leftOut() {
    List<String> gaps =
        adapters.stream()
            .flatMap(adapter -> contracts.stream().flatMap(it -> gaps(adapter, it)))
            .toList();
    return gaps.isEmpty()
        ? "No adapter leaves a clause of its port out."
        : "Left out: " + String.join(", ", gaps) + ".";
  }

  private static Stream<String> gaps(AdapterTests adapter, Contract contract) {
    return contract.clauses().stream()
        .filter(it -> adapter.keep(contract) && !adapter.keep(contract, it))
        .map(it -> it.id() + " by " + adapter.name());
  }

  private String section(Contract contract) {
    List<AdapterTests> under = adapters.stream().filter(it -> it.keep(contract)).toList();
    return "\n## `%s`\n\n".formatted(contract.port())
        + Markdown.head(cells("clause", "", under, AdapterTests::name))
        + contract.clauses().stream()
            .map(it -> row(contract, it, under))
            .collect(Collectors.joining());
  }

  private static String row(Contract contract, Clause clause, List<AdapterTests> under) {
    return Markdown.row(
        cells(
            clause.id(),
            Markdown.plain(clause.text()),
            under,
            it -> it.keep(contract, clause) ? "✓" : "left out"));
  }

  private static List<String> cells(
      String first,
      String second,
      List<AdapterTests> adapters,
      Function<AdapterTests, String> cell) {
    List<String> cells = new ArrayList<>(List.of(first, second));
    adapters.stream().map(cell).forEach(cells::add);
    return cells;
  }
}

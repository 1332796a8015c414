package dev.honeydo.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.honeydo.contracts.SessionTokensContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who inherits what is told clause by clause. */
final class ContractsPageTest {
  private static final Contract CONTRACT =
      new Contract(
          "SessionTokens",
          SessionTokensContract.class.getName(),
          List.of(
              Clause.of("SECRET-1 it is his", "namesTheOwner"),
              Clause.of("SECRET-2 it is *read*", "readsItsText")),
          false);

  /** Puts something else in the place of a clause. */
  private abstract static class Lenient implements SessionTokensContract {
    @Override
    public void readsItsText() {}
  }

  /** Keeps them all. */
  private abstract static class Strict implements SessionTokensContract {}

  @Test
  void aClauseThatATestReplacesIsLeftOut() {
    List<AdapterTests> adapters =
        List.of(
            tests("strict", Strict.class),
            tests("lenient", Lenient.class),
            tests("other", ContractsPageTest.class));
    assertThat(new ContractsPage(List.of(CONTRACT), adapters).text())
        .contains("inherits **2 clauses**. Left out: SECRET-2 by lenient.")
        .endsWith(
            """
            | port | clauses | strict | lenient | other |
            |---|---|---|---|---|
            | [`SessionTokens`](#sessiontokens) | 2 | 2 | 1 |  |
            | **all** | **2** | **2** | **1** | **0** |

            ## `SessionTokens`

            | clause |  | strict | lenient |
            |---|---|---|---|
            | SECRET-1 | it is his | ✓ | ✓ |
            | SECRET-2 | it is \\*read\\* | ✓ | left out |
            """);
  }

  @Test
  void theClausesOfEveryPortAreFound() {
    assertThat(Contract.all())
        .allSatisfy(it -> assertThat(it.clauses()).as(it.port()).isNotEmpty())
        .extracting(Contract::port)
        .startsWith("HealthProbe", "RecordStore")
        .contains("SessionTokens");
  }

  private static AdapterTests tests(String name, Class<?> test) {
    MavenModule module = new MavenModule(Path.of("."), name, name, "", List.of());
    return new AdapterTests(name, module, List.of(new ClassFileImporter().importClass(test)));
  }
}

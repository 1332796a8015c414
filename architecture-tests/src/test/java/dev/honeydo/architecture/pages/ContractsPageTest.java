package dev.honeydo.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who inherits what is told clause by clause. */
final class ContractsPageTest {
  private static final Contract CONTRACT =
      new Contract(
          "Secrets",
          Kept.class.getName(),
          List.of(
              Clause.of("SECRET-1 it is told to nobody", "isTold"),
              Clause.of("SECRET-2 it is *forgotten*", "isForgotten")),
          false);

  /** A contract. */
  interface Kept {
    default void isTold() {}

    default void isForgotten() {}
  }

  /** Puts something else in the place of a clause. */
  static final class Lenient implements Kept {
    @Override
    public void isForgotten() {}
  }

  /** Keeps them all. */
  static final class Strict implements Kept {}

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
            | [`Secrets`](#secrets) | 2 | 2 | 1 |  |
            | **all** | **2** | **2** | **1** | **0** |

            ## `Secrets`

            | clause |  | strict | lenient |
            |---|---|---|---|
            | SECRET-1 | it is told to nobody | ✓ | ✓ |
            | SECRET-2 | it is \\*forgotten\\* | ✓ | left out |
            """);
  }

  @Test
  void theClausesOfEveryPortAreFound() {
    assertThat(Contract.all())
        .allSatisfy(it -> assertThat(it.clauses()).as(it.port()).isNotEmpty())
        .extracting(Contract::port)
        .contains("HealthProbe", "RecordStore", "SessionTokens");
  }

  private static AdapterTests tests(String name, Class<?> test) {
    MavenModule module = new MavenModule(Path.of("."), name, name, "", List.of());
    return new AdapterTests(name, module, List.of(new ClassFileImporter().importClass(test)));
  }
}

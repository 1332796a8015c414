package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/**
 * No adapter escapes its contract. A module that implements ports has one test that extends this
 * class, in the package that holds its adapters:
 *
 * <pre>{@code
 * final class SqliteContractsTest extends EveryPortIsUnderContract {}
 * }</pre>
 *
 * <p>It finds every class in that package and below that implements a port, and demands for each a
 * test there that implements the contract of that port and tries that class. Such a test is one
 * that is run: concrete, not disabled, named as Surefire wants it, or nested in one that is.
 *
 * <p>A test tries the class that it names. It need not name a class that is the only one in the
 * module to implement its port: to reach it by what it names, for example by the adapter's public
 * class, is enough. Lambdas are no classes, so a port is not to be implemented by one.
 */
public abstract class EveryPortIsUnderContract {

  /** For subclasses. */
  protected EveryPortIsUnderContract() {}

  @Test
  public final void noAdapterEscapesItsContract() {
    String adapters = getClass().getPackageName();
    ContractCoverage coverage =
        new ContractCoverage(
            new ClassFileImporter().importPackages(adapters), EveryPortIsUnderContract::ships);
    assertThat(coverage.adapters())
        .as("classes in %s that implement a port", adapters)
        .isNotEmpty();
    assertThat(coverage.escapes()).isEmpty();
  }

  private static boolean ships(JavaClass type) {
    return type.getSource()
        .map(it -> Location.of(it.getUri()))
        .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
        .isPresent();
  }
}

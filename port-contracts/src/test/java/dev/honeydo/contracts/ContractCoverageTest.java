package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages below {@code contractfixtures} are small modules, each with its adapters. */
final class ContractCoverageTest {

  private static ContractCoverage of(String module) {
    return new ContractCoverage(
        new ClassFileImporter().importPackages("contractfixtures." + module),
        type -> type.getSimpleName().endsWith("Tokens"));
  }

  @Test
  void anAdapterThatATestNamesIsHeld() {
    assertThat(of("held").adapters())
        .extracting(JavaClass::getName)
        .containsExactly("contractfixtures.held.NamedTokens");
    assertThat(of("held").escapes()).isEmpty();
  }

  @Test
  void theOnlyAdapterOfAPortIsHeldByItsDoor() {
    assertThat(of("door").escapes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forgotten", "untested", "notrun", "elsewhere"})
  void anAdapterEscapesThatNoContractTestTries(String module) {
    String adapter = of(module).adapters().getFirst().getName();
    assertThat(of(module).escapes())
        .singleElement()
        .isEqualTo(
            adapter
                + " escapes the contract of SessionTokens: write a test that implements"
                + " dev.honeydo.contracts.SessionTokensContract over it");
  }

  @Test
  void ofTwoAdaptersOfOnePortEachMustBeNamed() {
    List<String> escapes = of("twins").escapes();
    assertThat(escapes)
        .singleElement()
        .asString()
        .startsWith("contractfixtures.twins.OtherTokens escapes")
        .endsWith("and names this class, since others implement it too");
  }
}

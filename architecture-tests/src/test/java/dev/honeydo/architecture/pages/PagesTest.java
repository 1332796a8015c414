package dev.honeydo.architecture.pages;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page says what the code says. With {@code -Dhoneydo.pages=write} it is made to, and the
 * parent POM leaves all other tests out.
 */
final class PagesTest {
  private static final Repository REPOSITORY = Repository.here();

  @ParameterizedTest
  @EnumSource(Page.class)
  void thePageSaysWhatTheCodeSays(Page page) {
    if ("write".equals(System.getProperty("honeydo.pages"))) {
      page.write(REPOSITORY);
    }
    page.staleness(REPOSITORY).ifPresent(Assertions::fail);
  }
}

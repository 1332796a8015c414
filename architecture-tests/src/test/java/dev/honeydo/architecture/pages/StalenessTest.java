package dev.honeydo.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A stale page is told with the line to look at and the command to run. */
final class StalenessTest {
  private static final List<String> RIGHT = List.of("# Page", "", "one");

  @Test
  void aPageThatSaysWhatItShouldIsFresh() {
    assertThat(Staleness.of("docs/page.md", RIGHT, List.copyOf(RIGHT))).isEmpty();
  }

  @Test
  void theFirstLineThatDiffersIsNamed() {
    assertThat(Staleness.of("docs/page.md", List.of("# Page", "", "two", "three"), RIGHT))
        .contains(
            """
            docs/page.md is stale, from line 3 on.
              the page: two
              the code: one
            Write it anew: ./mvnw -q test -Dhoneydo.pages=write
            """);
  }

  @Test
  void aPageThatIsTooShortTooLongOrNotThereIsStale() {
    assertThat(Staleness.of("docs/page.md", List.of("# Page", ""), RIGHT).orElseThrow())
        .contains("from line 3 on", "the page: (nothing)", "the code: one");
    assertThat(Staleness.of("docs/page.md", List.of("# Page", "", "one", ""), RIGHT).orElseThrow())
        .contains("from line 4 on", "the page: \n", "the code: (nothing)");
    assertThat(Staleness.of("docs/page.md", List.of(), RIGHT).orElseThrow())
        .contains("from line 1 on", "the page: (nothing)", "the code: # Page");
  }
}

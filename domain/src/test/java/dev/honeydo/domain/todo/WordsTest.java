package dev.honeydo.domain.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "'Buy bread, NOW!', buy bread now",
    "'a-b_c.d/e', a b c d e",
    "'  ', ''",
    "'!?', ''",
    "'don''t 42nd', don t 42nd",
    "'\u00C9t\u00C9 e\u0301te\u0301', \u00E9t\u00E9 \u00E9t\u00E9",
    "'\uFF22\uFF55\uFF59 \uFB01n', buy fin",
    "'\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03BF\u03C2', \u03BF\u03B4\u03BF\u03C3 \u03BF\u03B4\u03BF\u03C3",
    "'\u0939\u093F\u0928\u094D\u0926\u0940 \u6F22\u5B57\uD83D\uDC1Db', \u0939\u093F\u0928\u094D\u0926\u0940 \u6F22\u5B57 b",
    "'\u0301a', a"
  })
  void areRunsOfLettersAndDigitsWithoutRegardToCaseAndWidth(String text, String expected) {
    assertThat(String.join(" ", Words.of(text))).isEqualTo(expected);
  }

  @Test
  void areCutToTheirFirstCharacters() {
    assertThat(Words.of("x".repeat(65) + " " + "\uD835\uDD38".repeat(70)))
        .containsExactly("x".repeat(64), "a".repeat(64));
  }

  @Test
  void ofASearchMustAllBeThereAndTheLastMayBeUnfinished() {
    SearchTerms terms = SearchTerms.of("Bread bread bu").orElseThrow();
    assertThat(terms).isEqualTo(new SearchTerms(List.of("bread"), "bu"));
    assertThat(terms.scopeOf(content("buy bread", "", ""))).contains(SearchScope.HEADING);
    assertThat(terms.scopeOf(content("buy", "x", "bread"))).contains(SearchScope.LABELS);
    assertThat(terms.scopeOf(content("buy", "bread", "x"))).contains(SearchScope.EVERYTHING);
    assertThat(terms.scopeOf(content("buy", "breads", "x"))).isEmpty();
    assertThat(SearchTerms.of(" - ")).isEqualTo(Optional.empty());
  }

  private static TodoContent content(String heading, String task, String tag) {
    return new TodoContent(
        new Heading(heading),
        new Task(task),
        false,
        Priority.NORMAL,
        Optional.empty(),
        tag.isEmpty() ? Tags.NONE : new Tags(List.of(new Tag(tag))));
  }
}

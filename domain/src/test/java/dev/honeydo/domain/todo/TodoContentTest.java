package dev.honeydo.domain.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class TodoContentTest {
  private static final String BEE = "\uD83D\uDC1D";

  @Test
  void aHeadingHas1To200CodePoints() {
    assertThat(new Heading("  a  ").value()).isEqualTo("a");
    assertThat(new Heading(BEE.repeat(200)).value()).hasSize(400);
    assertRefused(Violation.REQUIRED, () -> new Heading("\t"));
    assertRefused(Violation.TOO_LONG, () -> new Heading("a".repeat(201)));
    assertRefused(Violation.INVALID_FORMAT, () -> new Heading("a\nb"));
  }

  @Test
  void aTaskHas10000CodePointsAtTheMost() {
    assertThat(Task.NONE.value()).isEmpty();
    assertThat(new Task(BEE.repeat(10_000)).value()).hasSize(20_000);
    assertRefused(Violation.TOO_LONG, () -> new Task("a".repeat(10_001)));
    assertThat(new Task(" a\r\n\tb ").value()).isEqualTo(" a\r\n\tb ");
    assertRefused(Violation.INVALID_FORMAT, () -> new Task("a\0b"));
  }

  @Test
  void aTagHas1To50CodePoints() {
    assertThat(new Tag(" a ").value()).isEqualTo("a");
    assertThat(new Tag(BEE.repeat(50)).value()).hasSize(100);
    assertRefused(Violation.REQUIRED, () -> new Tag(""));
    assertRefused(Violation.TOO_LONG, () -> new Tag("a".repeat(51)));
  }

  @Test
  void thereAre20TagsAtTheMost() {
    assertThat(new Tags(tags(20)).values()).hasSize(20);
    assertRefused(Violation.TOO_LONG, () -> new Tags(tags(21)));
  }

  @Test
  void tagsThatAreNamedTwiceCountOnceAndStayInOrder() {
    List<Tag> twice = Stream.concat(tags(20).stream(), tags(20).stream()).toList();
    assertThat(new Tags(twice).values()).isEqualTo(tags(20));
    assertThat(new Tags(List.of(new Tag("b"), new Tag("a"), new Tag("b"))).values())
        .containsExactly(new Tag("b"), new Tag("a"));
  }

  @Test
  void tagsThatDifferInCaseAreTwo() {
    assertThat(new Tags(List.of(new Tag("a"), new Tag("A"))).values()).hasSize(2);
  }

  @Test
  void tagsKeepTheirOwnList() {
    List<Tag> tags = new ArrayList<>(tags(1));
    Tags kept = new Tags(tags);
    tags.clear();
    assertThat(kept.values()).hasSize(1);
  }

  @Test
  void aDueDateIsCutToMillisecondsAndLiesInTheYears0To9999() {
    assertThat(new DueDate(Instant.parse("1969-12-31T23:59:59.999999Z")).value())
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
    assertThat(new DueDate(Moments.EARLIEST).value()).isEqualTo(Moments.EARLIEST);
    assertRefused(Violation.OUT_OF_RANGE, () -> new DueDate(Moments.LATEST.plusMillis(1)));
  }

  @Test
  void ofAHeadingAloneNothingElseIsSaid() {
    Heading heading = new Heading("a");
    assertThat(TodoContent.of(heading))
        .isEqualTo(
            new TodoContent(
                heading,
                new Task(""),
                false,
                Priority.NORMAL,
                Optional.empty(),
                new Tags(List.of())));
  }

  private static List<Tag> tags(int count) {
    return IntStream.range(0, count).mapToObj(it -> new Tag("tag " + it)).toList();
  }

  private static void assertRefused(Violation violation, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(making)
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(violation));
  }
}

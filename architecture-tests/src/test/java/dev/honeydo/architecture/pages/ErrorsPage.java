package dev.honeydo.architecture.pages;

import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can go wrong for a client. */
final class ErrorsPage {
  private ErrorsPage() {}

  static String text() {
    List<ProblemType> types =
        Stream.of(ProblemType.values())
            .sorted(Comparator.comparingInt(ProblemType::status))
            .toList();
    return """
    # Errors

    Every error is answered with `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). Programs
    go by `code`, which never changes its meaning; `type` is the path of a page that the server itself serves, with an
    example. `errors` names each field or parameter that is at fault, with a [field code](#field-codes).

    """
        + Markdown.head("status", "code", "title")
        + types.stream().map(ErrorsPage::summary).collect(Collectors.joining())
        + types.stream().map(ErrorsPage::section).collect(Collectors.joining())
        + """

        ## Field codes

        The `code` of each member of `errors`. Beside it, `pointer` is a JSON pointer into the body or `parameter` the name of a
        query parameter, and `detail` says what would be right.

        """
        + Markdown.head("code", "what is wrong")
        + Arrays.stream(FieldCode.values()).map(ErrorsPage::row).collect(Collectors.joining());
  }

  private static String summary(ProblemType type) {
    return Markdown.row(
        Integer.toString(type.status()),
        Markdown.link(Markdown.code(type.code()), "#" + type.code()),
        Markdown.plain(type.title()));
  }

  /** Its heading is the anchor: hosts of Markdown make it of the text. */
  private static String section(ProblemType type) {
    return """

    ### `%s`

    %d, %s: `%s`

    - **Cause**: %s
    - **What to do**: %s
    """
        .formatted(
            type.code(),
            type.status(),
            Markdown.plain(type.title()),
            type.uri(),
            Markdown.plain(type.cause()),
            Markdown.plain(type.remedy()));
  }

  private static String row(FieldCode code) {
    return Markdown.row(Markdown.code(code.text()), Markdown.plain(code.meaning()));
  }
}

package dev.honeydo.architecture.pages;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.honeydo.adapters.http.HttpServer;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can go wrong for a client. */
final class ErrorsPage {
  private static final Set<ProblemType> SENT = sent();

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
                Markdown.plain(type.remedy()))
        + (SENT.contains(type) ? "" : "\nKept for a later version; this one never sends it.\n");
  }

  /** The types that are named somewhere, and not only where their pages are made. */
  private static Set<ProblemType> sent() {
    JavaClass type =
        new ClassFileImporter()
            .importPackages(HttpServer.class.getPackageName())
            .get(ProblemType.class);
    return Stream.of(ProblemType.values())
        .filter(it ->
            type.getField(it.name()).getAccessesToSelf().stream()
                .map(JavaAccess::getOriginOwner)
                .anyMatch(user -> !user.equals(type) && !isPage(user)))
        .collect(Collectors.toSet());
  }

  private static boolean isPage(JavaClass user) {
    return user.getPackageName().equals(HttpServer.class.getPackageName() + ".page");
  }

  private static String row(FieldCode code) {
    return Markdown.row(Markdown.code(code.text()), Markdown.plain(code.meaning()));
  }
}

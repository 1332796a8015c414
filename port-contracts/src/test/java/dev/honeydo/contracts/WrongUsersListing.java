package dev.honeydo.contracts;

import static dev.honeydo.contracts.UsersDefect.asking;
import static dev.honeydo.contracts.UsersDefect.paging;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Doubles that list users in another order, too many or too few, or search in another way. */
final class WrongUsersListing {
  private WrongUsersListing() {}

  static final List<WrongDouble<Users>> ALL =
      List.of(
          breaking(
              "USER-55",
              "is empty though it added somebody",
              asking((it, answer) -> answer || !it.offered.isEmpty())),
          breaking(
              "USER-56",
              "stays empty once it was, though others add somebody",
              asking((it, answer) -> {
                if (answer) {
                  it.noted.add("empty");
                }
                return it.noted.contains("empty");
              })),
          breaking(
              "USER-57",
              "compares ids as signed numbers when listing",
              paging((_, _, answer) ->
                  answer.items().size() > 2 && answer.items().size() < 100
                      ? new UserPage(
                          answer.items().stream()
                              .sorted(Comparator.comparing(user -> user.id().value()))
                              .toList(),
                          answer.more())
                      : answer)),
          breaking(
              "USER-58",
              "composes names when listing",
              paging((_, _, answer) ->
                  new UserPage(
                      answer.items().stream().map(WrongUsersListing::composed).toList(),
                      answer.more()))),
          breaking(
              "USER-59",
              "does not say that there are more than two of three",
              paging((it, request, answer) ->
                  it.calls.are("add", "add", "add", "page")
                          && request.query().filter(query -> !query.isEmpty()).isPresent()
                      ? new UserPage(answer.items(), false)
                      : answer)),
          breaking(
              "USER-60",
              "says that there are more behind a full page",
              paging((_, request, answer) ->
                  new UserPage(answer.items(), answer.items().size() == request.limit()))),
          breaking(
              "USER-61",
              "has pages of 50 at the most",
              paging((_, _, answer) ->
                  answer.items().size() > 50
                      ? new UserPage(answer.items().subList(0, 50), true)
                      : answer)),
          breaking(
              "USER-62",
              "skips the next of five",
              paging((it, request, answer) ->
                  it.calls.are("add", "add", "add", "add", "add", "page")
                          && request.after().isPresent()
                      ? new UserPage(answer.items().subList(1, 2), answer.more())
                      : answer)),
          breaking(
              "USER-63",
              "begins anew behind the last one",
              paging((it, request, answer) ->
                  answer.items().isEmpty() && request.after().isPresent()
                      ? it.right.page(fromTheStart(request))
                      : answer)),
          breaking(
              "USER-64",
              "begins anew where the one to begin behind is gone",
              paging((it, request, answer) ->
                  request.after().filter(id -> it.right.find(id).isEmpty()).isPresent()
                      ? it.right.page(fromTheStart(request))
                      : answer)),
          breaking(
              "USER-65",
              "lists who was removed",
              paging((it, request, answer) ->
                  request.after().isEmpty()
                      ? plus(
                          answer,
                          request,
                          it.offered.values().stream()
                              .map(Account::user)
                              .filter(user -> !it.kept.containsKey(user.id())))
                      : answer)),
          breaking(
              "USER-66",
              "looks at addresses from their beginning",
              paging(
                  keeping((user, query) ->
                      has(user.name().value(), query)
                          || lower(user.email().value()).startsWith(lower(query))))),
          breaking(
              "USER-67",
              "searches names as they were typed",
              paging(
                  keeping((user, query) ->
                      !isAscii(query)
                          || user.name().value().contains(query)
                          || has(user.email().value(), query)))),
          breaking(
              "USER-68",
              "searches addresses as they were typed",
              paging(
                  keeping((user, query) ->
                      !isAscii(query)
                          || has(user.name().value(), query)
                          || user.email().value().contains(query)))),
          breaking(
              "USER-69",
              "knows no case of letters beyond ASCII in names",
              paging(
                  keeping((user, query) ->
                      has(user.email().value(), query)
                          || lowerAscii(user.name().value()).contains(lowerAscii(query))))),
          breaking(
              "USER-70",
              "looks past marks",
              paging((it, request, answer) ->
                  plus(
                      answer,
                      request,
                      it.kept.values().stream()
                          .filter(user ->
                              unmarked(user.name().value())
                                  .contains(unmarked(request.query().orElse("?"))))))),
          breaking(
              "USER-71",
              "looks at addresses in ASCII",
              paging(
                  keeping((user, query) ->
                      has(user.name().value(), query) || isAscii(query)))),
          breaking(
              "USER-72",
              "finds nobody by a per cent sign",
              paging((_, request, answer) ->
                  request.query().filter(it -> it.contains("%")).isPresent()
                      ? new UserPage(List.of(), false)
                      : answer)),
          breaking(
              "USER-73",
              "takes a per cent sign for anything",
              paging((it, request, answer) ->
                  answer.items().isEmpty()
                          && request.query().filter(text -> text.contains("%")).isPresent()
                      ? plus(
                          answer,
                          request,
                          it.kept.values().stream().filter(user -> isLike(user, request)))
                      : answer)),
          breaking(
              "USER-74",
              "looks through name and address in one",
              paging((it, request, answer) ->
                  plus(
                      answer,
                      request,
                      it.kept.values().stream()
                          .filter(user ->
                              has(
                                  user.name().value() + " " + user.email().value(),
                                  request.query().orElse("?")))))),
          breaking(
              "USER-75",
              "finds users by what they were called",
              paging((it, request, answer) ->
                  answer.items().isEmpty() && request.after().isEmpty()
                      ? new UserPage(
                          it.offered.values().stream()
                              .map(Account::user)
                              .filter(user -> it.kept.containsKey(user.id()))
                              .filter(user ->
                                  has(user.name().value(), request.query().orElse("?")))
                              .toList(),
                          false)
                      : answer)),
          breaking(
              "USER-76",
              "lists nobody where it once listed nobody",
              paging((it, request, answer) -> {
                if (answer.items().isEmpty()) {
                  it.noted.add(request);
                }
                return it.noted.contains(request) ? new UserPage(List.of(), false) : answer;
              })),
          breaking(
              "USER-77",
              "skips one on each page of everybody",
              paging((_, request, answer) ->
                  request.query().isEmpty() && answer.items().size() > 1
                      ? new UserPage(
                          answer.items().subList(1, answer.items().size()), answer.more())
                      : answer)),
          breaking(
              "USER-78",
              "finds nobody by nothing",
              paging((_, request, answer) ->
                  request.query().filter(String::isEmpty).isPresent()
                      ? new UserPage(List.of(), false)
                      : answer)),
          breaking(
              "USER-79",
              "counts pages, though others come and go",
              paging((it, request, answer) ->
                  it.calls.count("remove") > 0
                      ? request
                          .after()
                          .flatMap(it.right::find)
                          .map(last ->
                              new UserPage(
                                  Stream.concat(Stream.of(last), answer.items().stream())
                                      .toList(),
                                  answer.more()))
                          .orElse(answer)
                      : answer)));

  private interface Match {
    boolean test(User user, String query);
  }

  /** Lists those alone that match, where there is a query. */
  private static UsersDefect.OnPage keeping(Match match) {
    return (_, request, answer) -> {
      List<User> matching =
          answer.items().stream()
              .filter(user -> request.query().map(it -> match.test(user, it)).orElse(true))
              .toList();
      return new UserPage(matching, answer.more() && !matching.isEmpty());
    };
  }

  /** The page with those of {@code others} that it lacks, in their place. */
  private static UserPage plus(UserPage page, UserPageRequest request, Stream<User> others) {
    if (request.query().filter(query -> !query.isEmpty()).isEmpty() || request.limit() < 100) {
      return page;
    }
    List<UserId> listed = page.items().stream().map(User::id).toList();
    return new UserPage(
        Stream.concat(
                page.items().stream(), others.filter(user -> !listed.contains(user.id())))
            .sorted(Comparator.comparing(user -> user.id().toString()))
            .toList(),
        page.more());
  }

  private static UserPageRequest fromTheStart(UserPageRequest request) {
    return new UserPageRequest(request.limit(), Optional.empty(), request.query());
  }

  private static User composed(User it) {
    String name = Normalizer.normalize(it.name().value(), Normalizer.Form.NFC);
    return new User(
        it.id(),
        new UserName(name),
        it.email(),
        it.role(),
        it.emailVerified(),
        it.disabled(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }

  private static boolean isLike(User user, UserPageRequest request) {
    String[] parts = request.query().orElse("").split("%", -1);
    String pattern =
        Stream.of(parts).map(Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse("");
    return Pattern.compile(pattern).matcher(user.name().value()).find();
  }

  private static boolean has(String text, String query) {
    return lower(text).contains(lower(query));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String lowerAscii(String text) {
    return text.chars()
        .map(c -> c < 128 ? Character.toLowerCase(c) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String unmarked(String text) {
    return lower(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("\\p{M}", "");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}

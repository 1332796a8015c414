package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everybody is listed once, by id, and found by any part of their name or address. */
interface UsersListing extends UsersSubject {
  /** What means something to SQL, to a pattern, or to a full-text search. */
  List<String> SIGNS =
      "%_\\.*?+-^$|&!~:;,'\"`()[]{}<>#/@=".chars().mapToObj(Character::toString).toList();

  @Test
  @DisplayName("USER-55 it is not empty where somebody has registered")
  default void isNotEmpty() {
    var _ = registered("Ada");
    assertThat(users().isEmpty()).isFalse();
  }

  @Test
  @DisplayName("USER-56 another view is not empty once somebody has registered")
  default void isNotEmptyForOthers() {
    Users other = anotherView();
    boolean _ = other.isEmpty();
    var _ = registered("Ada");
    assertThat(other.isEmpty()).isFalse();
  }

  @Test
  @DisplayName("USER-57 users are listed by id, as its text, from the least")
  default void listsById() {
    String tag = tag();
    List<User> some =
        IntStream.range(0, 6)
            .mapToObj(number -> registered(idWithFirstBit(number % 2 == 0), tag))
            .toList();
    assertThat(page(100, tag).items()).containsExactlyElementsOf(byId(some));
  }

  @Test
  @DisplayName("USER-58 users are listed as they are kept, to the letter")
  default void listsAsKept() {
    String tag = tag();
    User made = registered(tag + " Zo\u00eb Zoe\u0308 " + BEE);
    User shut = made.administered(Role.ADMIN, true, Specimens.NOW.plusMillis(7));
    assertThat(users().replace(shut, made.version())).isEqualTo(new Users.Replaced());
    assertThat(page(100, tag).items()).containsExactly(shut);
  }

  @Test
  @DisplayName("USER-59 a page has as many as are asked for, and says that there are more")
  default void limitsPages() {
    String tag = tag();
    List<User> three = byId(registered(tag, 3));
    assertThat(page(2, tag)).isEqualTo(new UserPage(three.subList(0, 2), true));
  }

  @Test
  @DisplayName("USER-60 a page that ends with the last one says that there are no more")
  default void endsPages() {
    String tag = tag();
    List<User> two = byId(registered(tag, 2));
    assertThat(page(2, tag)).isEqualTo(new UserPage(two, false));
  }

  @Test
  @DisplayName("USER-61 a page of 100 has 100")
  default void fillsLargestPage() {
    String tag = tag();
    List<User> all = byId(registered(tag, 101));
    UserPage page = page(UserPageRequest.MOST, tag);
    assertThat(page.items()).containsExactlyElementsOf(all.subList(0, 100));
    assertThat(page.more()).isTrue();
  }

  @Test
  @DisplayName("USER-62 the next page begins right behind the last one of the one before")
  default void goesOn() {
    String tag = tag();
    List<User> five = byId(registered(tag, 5));
    assertThat(page(2, five.get(1).id(), tag)).isEqualTo(new UserPage(five.subList(2, 4), true));
    assertThat(page(2, five.get(3).id(), tag)).isEqualTo(new UserPage(five.subList(4, 5), false));
  }

  @Test
  @DisplayName("USER-63 behind the last one there is an empty page, and no more")
  default void endsBehindTheLast() {
    String tag = tag();
    User last = byId(registered(tag, 2)).getLast();
    assertThat(page(2, last.id(), tag)).isEqualTo(new UserPage(List.of(), false));
  }

  @Test
  @DisplayName("USER-64 a page begins behind somebody who was removed")
  default void goesOnBehindTheRemoved() {
    String tag = tag();
    List<User> three = byId(registered(tag, 3));
    assertThat(users().remove(three.get(1).id())).isEqualTo(new Users.Removed());
    assertThat(page(2, three.get(1).id(), tag)).isEqualTo(new UserPage(three.subList(2, 3), false));
  }

  @Test
  @DisplayName("USER-65 who is removed is listed no more")
  default void listsNobodyRemoved() {
    String tag = tag();
    List<User> two = byId(registered(tag, 2));
    assertThat(users().remove(two.getFirst().id())).isEqualTo(new Users.Removed());
    assertThat(page(100, tag).items()).containsExactly(two.getLast());
  }

  @Test
  @DisplayName("USER-66 a query finds those whose name or address contains it, and nobody else")
  default void findsParts() {
    String tag = tag();
    User named = registered("so " + tag + " it is");
    User addressed = withAddress(Specimens.userId(), "a." + tag + ".b@example.org");
    var _ = registered("somebody else");
    assertThat(page(100, tag).items()).containsExactlyElementsOf(byId(List.of(named, addressed)));
  }

  @Test
  @DisplayName("USER-67 a query finds names whatever the case of either")
  default void findsNamesInAnyCase() {
    String tag = tag();
    User user = registered("Ada " + tag);
    assertThat(page(100, "ADA " + tag.toUpperCase(Locale.ROOT)).items()).containsExactly(user);
    assertThat(page(100, "ada " + tag).items()).containsExactly(user);
  }

  @Test
  @DisplayName("USER-68 a query finds addresses whatever the case of either")
  default void findsAddressesInAnyCase() {
    String tag = tag();
    User user = withAddress(Specimens.userId(), tag.toUpperCase(Locale.ROOT) + "@Example.org");
    assertThat(page(100, tag + "@eXAMPLE").items()).containsExactly(user);
  }

  @Test
  @DisplayName("USER-69 letters beyond ASCII are found in either case")
  default void findsOtherLettersInAnyCase() {
    String tag = tag();
    User user = registered("\u00c9lodie \u042f\u03a9 \u01c4 " + tag);
    assertThat(page(100, "\u00e9LODIE \u044f\u03c9 \u01c6 " + tag).items()).containsExactly(user);
    assertThat(page(100, "\u00c9lodie \u042f\u03a9 \u01c4 " + tag).items()).containsExactly(user);
  }

  @Test
  @DisplayName("USER-70 letters with other marks, or marked otherwise, are other letters")
  default void tellsLettersApart() {
    String tag = tag();
    User user = registered("\u00c9lodie stra\u00dfe " + BEE + tag);
    assertThat(page(100, BEE + tag).items()).containsExactly(user);
    for (String other :
        List.of(
            "elodie stra\u00dfe " + BEE + tag,
            "e\u0301lodie stra\u00dfe " + BEE + tag,
            "\u00e9lodie strasse " + BEE + tag,
            "\uD83D\uDC1C" + tag)) {
      assertThat(page(100, other).items()).isEmpty();
    }
  }

  @Test
  @DisplayName("USER-71 an address in another script is found as it was typed")
  default void findsInternationalAddresses() {
    String tag = tag();
    User user = withAddress(Specimens.userId(), tag + "@B\u00fccher.example");
    assertThat(page(100, tag + "@B\u00dcCHER").items()).containsExactly(user);
    assertThat(page(100, tag + "@xn--").items()).isEmpty();
  }

  @Test
  @DisplayName("USER-72 signs that mean something to a query language are found as such")
  default void findsSigns() {
    String tag = tag();
    for (String sign : SIGNS) {
      User user = registered(tag + "a" + sign + "b");
      assertThat(page(100, tag + "a" + sign).items()).as(sign).containsExactly(user);
    }
  }

  @Test
  @DisplayName("USER-73 signs that mean something to a query language stand for nothing else")
  default void takesSignsLiterally() {
    String tag = tag();
    var _ = registered(tag + " axb aab ab");
    for (String sign : SIGNS) {
      assertThat(page(100, tag + " a" + sign + "b").items()).as(sign).isEmpty();
      assertThat(page(100, tag + sign).items()).as(sign).isEmpty();
    }
  }

  @Test
  @DisplayName("USER-74 a query must be in the name or in the address, not across both")
  default void findsNothingAcross() {
    String tag = tag();
    User user = registered(tag);
    for (String between : List.of("", " ", "\n", "\0")) {
      assertThat(page(100, tag + between + user.email().value()).items()).isEmpty();
      assertThat(page(100, user.email().value() + between + tag).items()).isEmpty();
    }
  }

  @Test
  @DisplayName("USER-75 who is renamed and moves is found by what they are called now")
  default void findsByTheNewName() {
    String old = tag();
    User first = registered(old);
    String tag = tag();
    User second =
        first.edited(
            new UserName("now " + tag), new EmailAddress(tag + "@example.org"), Specimens.NOW);
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(page(100, tag + "@").items()).containsExactly(second);
    assertThat(page(100, "now " + tag).items()).containsExactly(second);
    assertThat(page(100, old).items()).isEmpty();
    assertThat(page(100, first.email().value()).items()).isEmpty();
  }

  @Test
  @DisplayName("USER-76 another view lists at once who was added")
  default void listsAddedElsewhere() {
    Users other = anotherView();
    String tag = tag();
    UserPageRequest request = new UserPageRequest(100, Optional.empty(), Optional.of(tag));
    assertThat(other.page(request).items()).isEmpty();
    User user = registered(tag);
    assertThat(other.page(request).items()).containsExactly(user);
  }

  @Test
  @DisplayName("USER-77 without a query everybody is listed, page by page, each once and in order")
  default void listsEverybody() {
    List<User> some = registered(tag(), 9);
    List<UserId> walked = walk(Optional.empty(), () -> {});
    assertThat(walked).doesNotHaveDuplicates();
    assertThat(walked).isSortedAccordingTo(Comparator.comparing(UserId::toString));
    assertThat(walked).containsAll(some.stream().map(User::id).toList());
  }

  @Test
  @DisplayName("USER-78 an empty query leaves nobody out")
  default void findsEverybodyByNothing() {
    List<User> some = registered(tag(), 3);
    assertThat(walk(Optional.of(""), () -> {})).containsAll(some.stream().map(User::id).toList());
  }

  @Test
  @DisplayName(
      "USER-79 who is there throughout is listed once, though others come and go meanwhile")
  default void listsOnceWhileOthersCome() {
    String tag = tag();
    List<User> some = registered(tag, 9);
    List<UserId> walked =
        walk(
            Optional.of(tag),
            () -> {
              User comes = registered(tag);
              User goes = registered(tag);
              assertThat(users().remove(goes.id())).isEqualTo(new Users.Removed());
              assertThat(users().find(comes.id())).isPresent();
            });
    assertThat(walked).doesNotHaveDuplicates().containsAll(some.stream().map(User::id).toList());
  }

  /** Everybody that the query finds, two at a time. */
  private List<UserId> walk(Optional<String> query, Runnable between) {
    List<UserId> walked = new ArrayList<>();
    Optional<UserId> after = Optional.empty();
    UserPage page;
    do {
      page = users().page(new UserPageRequest(2, after, query));
      page.items().forEach(it -> walked.add(it.id()));
      after = walked.isEmpty() ? Optional.empty() : Optional.of(walked.getLast());
      if (walked.size() < 9) {
        between.run();
      }
    } while (page.more());
    return walked;
  }

  private UserPage page(int limit, String query) {
    return users().page(new UserPageRequest(limit, Optional.empty(), Optional.of(query)));
  }

  private UserPage page(int limit, UserId after, String query) {
    return users().page(new UserPageRequest(limit, Optional.of(after), Optional.of(query)));
  }

  /** What no name or address contains yet. */
  private static String tag() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  private List<User> registered(String name, int count) {
    return IntStream.range(0, count).mapToObj(_ -> registered(name)).toList();
  }

  private User registered(String name) {
    return registered(Specimens.userId(), name);
  }

  private User registered(UserId id, String name) {
    return added(User.register(id, new UserName(name), Specimens.email(), Specimens.NOW));
  }

  private User withAddress(UserId id, String address) {
    return added(User.register(id, new UserName("Ada"), new EmailAddress(address), Specimens.NOW));
  }

  private User added(User user) {
    assertThat(users().add(Specimens.account(user))).isEqualTo(new Users.Added());
    return user;
  }

  private static List<User> byId(List<User> users) {
    return users.stream().sorted(Comparator.comparing(it -> it.id().toString())).toList();
  }

  private static UserId idWithFirstBit(boolean set) {
    UUID random = UUID.randomUUID();
    long rest = random.getMostSignificantBits() & Long.MAX_VALUE;
    return new UserId(
        new UUID(set ? rest | Long.MIN_VALUE : rest, random.getLeastSignificantBits()));
  }
}

package dev.honeydo.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The page at {@code /app}, as people use it: in a real browser, over the embedded record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebClientTest {
  /** In how long a change is seen elsewhere: a blink of an eye, and a busy machine's patience. */
  private static final long SEEN_WITHIN_MS = 2_000;

  private Browser browser;
  private RunningRecord running;

  @BeforeAll
  void start(@TempDir Path directory) {
    browser = Browser.open();
    running = RunningRecord.configured(directory, Map.of());
  }

  @AfterAll
  void stop() {
    // Neither is there where the machine has no browser.
    if (browser != null) {
      browser.close();
      running.close();
    }
  }

  private Visitor visitor() {
    return browser.visitor(running.api().address());
  }

  @Test
  void fromRegisteringToFindingATodoAgain() {
    try (Visitor ada = visitor().registered(RunningApi.someone())) {
      ada.add("Buy bread");
      ada.page().getByText("Due date, priority, tags").click();
      ada.page().getByLabel("Due", exactly()).fill("2024-02-29T10:00");
      ada.page().getByLabel("Tags").fill("money, home");
      ada.add("Call the bank");
      ada.hasSentAll();
      ada.sees("Call the bank", "Buy bread");
      assertThat(ada.page().locator("time")).hasText("⚠ Overdue: 29 Feb 2024, 10:00");
      assertThat(ada.page().locator("time")).hasAttribute("datetime", "2024-02-29T09:00:00.000Z");

      ada.tick("Buy bread").check();
      ada.hasSentAll();
      ada.page().getByText("Completed 1").click();
      ada.sees("Buy bread");
      ada.page().getByText("Overdue 1").click();
      ada.sees("Call the bank");
      ada.page().getByText("All 2").click();
      ada.page().getByLabel("Search", exactly()).fill("bre");
      ada.sees("Buy bread");
      ada.page().getByLabel("Search", exactly()).fill("");
      ada.button("Show only money").click();
      ada.sees("Call the bank");
      ada.page().reload();
      ada.sees("Call the bank");
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void whatOneBrowserChangesAnotherShows(TestReporter reporter) {
    String email = RunningApi.someone();
    try (Visitor here = visitor().registered(email);
        Visitor there = visitor().loggedIn(email)) {
      live(here);
      live(there);
      Page tab = here.tab("/app");
      long begun = System.nanoTime();
      here.add("Seen elsewhere");
      there.tick("Seen elsewhere").waitFor();
      long seen = (System.nanoTime() - begun) / 1_000_000;
      reporter.publishEntry("milliseconds until another browser shows it", Long.toString(seen));
      assertThat(seen).isLessThan(SEEN_WITHIN_MS);
      tab.getByLabel("Done: Seen elsewhere").waitFor();

      // Among the open ones it is shown no more, once they are loaded anew.
      here.button("All 1").click();
      there.button("All 1").click();
      there.tick("Seen elsewhere").check();
      assertThat(here.tick("Seen elsewhere")).isChecked();
      there.button("Delete Seen elsewhere").click();
      assertThat(there.tick("Seen elsewhere")).hasCount(0);
      there.button("Undo").click();
      assertThat(there.tick("Seen elsewhere")).isChecked();
    }
  }

  private static void live(Visitor visitor) {
    assertThat(visitor.page().locator("#badges")).hasText("Live");
  }

  @Test
  void whatIsWrittenOfflineIsThereOnceAfterwards() {
    String email = RunningApi.someone();
    try (Visitor ada = visitor().registered(email)) {
      ada.add("Before");
      ada.hasSentAll();
      ada.page().waitForFunction("() => navigator.serviceWorker.controller");
      ada.setOffline(true);
      ada.add("One");
      ada.add("Two");
      ada.tick("Before").check();
      assertThat(ada.page().locator("#badges")).hasText("Offline3 to send");
      ada.page().reload();
      ada.sees("One", "Two");
      ada.rename("Two", "Two and a half");
      ada.setOffline(false);
      ada.hasSentAll();
      assertThat(headings(email)).containsExactlyInAnyOrder("Before", "One", "Two and a half");
    }
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgainAndThereIsOneTodo() {
    String email = RunningApi.someone();
    AtomicInteger sent = new AtomicInteger();
    try (Visitor ada = visitor().registered(email)) {
      ada.page()
          .route(
              "**/api/todos",
              route -> {
                if (route.request().method().equals("POST") && sent.getAndIncrement() == 0) {
                  var _ = route.fetch();
                  route.abort();
                } else {
                  route.resume();
                }
              });
      ada.add("Once only");
      assertThat(ada.page().locator(".todo.pending")).hasCount(1);
      ada.hasSentAll();
      assertThat(sent).hasValueGreaterThan(1);
      assertThat(headings(email)).containsExactly("Once only");
    }
  }

  @Test
  void aConflictIsShownAndSettled() {
    String email = RunningApi.someone();
    try (Visitor here = visitor().registered(email);
        Visitor there = visitor().loggedIn(email)) {
      here.add("Original");
      there.tick("Original").waitFor();
      crossing(here, there, "Original", "Mine", "Theirs");
      here.findsNoFault("conflict");
      here.button("Keep mine").click();
      there.tick("Mine").waitFor();

      crossing(here, there, "Mine", "Mine again", "Theirs again");
      here.button("Take theirs").click();
      here.sees("Theirs again");

      crossing(here, there, "Theirs again", "A", "B");
      here.button("Edit…").click();
      here.page().getByLabel("Heading").fill("A and B");
      here.button("Save").click();
      there.tick("A and B").waitFor();
      assertThat(headings(email)).containsExactly("A and B");
    }
  }

  /** Both change a heading while one of them is offline, who is then told. */
  private static void crossing(
      Visitor here, Visitor there, String heading, String mine, String theirs) {
    here.hasSentAll();
    here.setOffline(true);
    here.rename(heading, mine);
    there.rename(heading, theirs);
    there.hasSentAll();
    here.setOffline(false);
    Locator panel = here.page().getByLabel("Conflict: " + mine);
    assertThat(panel.getByRole(AriaRole.CELL, byName(mine))).isVisible();
    assertThat(panel.getByRole(AriaRole.CELL, byName(theirs))).isVisible();
  }

  private static Locator.GetByRoleOptions byName(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void whatIsHeardOfWhileTheListIsOnItsWayStays() {
    String email = RunningApi.someone();
    try (Visitor here = visitor().registered(email);
        Visitor there = visitor().loggedIn(email)) {
      live(there);
      here.add("Early");
      there.button("All 1").waitFor();
      List<Runnable> held = new ArrayList<>();
      there
          .page()
          .route(
              "**/api/todos?*",
              route -> {
                APIResponse old = route.fetch();
                held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(old)));
              });
      there.button("All 1").click();
      there.page().waitForCondition(() -> !held.isEmpty());
      here.add("Late");
      there.button("All 2").waitFor();
      // It counts once more when the list is there.
      there
          .page()
          .waitForResponse(
              it -> it.url().endsWith("/todos/stats"), () -> held.forEach(Runnable::run));
      there.sees("Late", "Early");
    }
  }

  @Test
  void changesOfDifferentFieldsAreMergedUnasked() {
    String email = RunningApi.someone();
    try (Visitor here = visitor().registered(email);
        Visitor there = visitor().loggedIn(email)) {
      here.add("Both");
      there.tick("Both").waitFor();
      here.hasSentAll();
      here.setOffline(true);
      here.tick("Both").check();
      there.button("Edit Both").click();
      there.page().locator(".edit").getByLabel("Priority").selectOption("high");
      there.button("Save").click();
      there.hasSentAll();
      here.setOffline(false);
      here.hasSentAll();
      assertThat(here.page().locator(".todo.done .priority")).hasText("▲ High");
    }
  }

  @Test
  void aRevokedDeviceIsOutAndKeepsWhatItHadToSend() {
    String email = RunningApi.someone();
    try (Visitor here = visitor().registered(email);
        Visitor there = visitor().loggedIn(email)) {
      live(there);
      here.view("Devices");
      assertThat(here.page().locator(".devices li")).hasCount(2);
      here.findsNoFault("devices");
      there.setOffline(true);
      there.add("Kept");
      here.page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out Chrome"))
          .click();
      assertThat(here.page().locator(".devices li")).hasCount(1);
      there.setOffline(false);
      assertThat(there.page().getByText("You were logged out")).containsText("One change is kept");
      assertThat(headings(email)).isEmpty();

      there.page().getByLabel("Password").fill(Api.PASSWORD);
      there.button("Log in").click();
      there.sees("Kept");
      there.hasSentAll();
      assertThat(headings(email)).containsExactly("Kept");
      here.view("Profile");
      here.findsNoFault("profile");
      here.button("Log out").click();
      here.button("Log in").waitFor();
    }
  }

  @Test
  void whatWaitsIsNotSentAsSomebodyElse() {
    String email = RunningApi.someone();
    String other = RunningApi.someone();
    try (Visitor ada = visitor().registered(email)) {
      live(ada);
      ada.setOffline(true);
      ada.add("Kept");
      assertThat(ada.page().locator("#badges")).hasText("Offline1 to send");
      ada.page().navigate("about:blank");
      ada.setOffline(false);
      ada.entersUnseen(other);

      ada.page().navigate("/app");
      live(ada);
      ada.sees();
      assertThat(headings(other)).isEmpty();
      assertThat(headings(email)).isEmpty();
    }
  }

  @Test
  void whatIsRefusedIsSaidBesideTheField() {
    String email = RunningApi.someone();
    assertThat(running.api().register(email).status()).isEqualTo(201);
    try (Visitor ada = visitor()) {
      ada.page().navigate("/app#/register");
      ada.page().getByLabel("Name").fill("Ada");
      ada.page().getByLabel("E-mail").fill(email);
      ada.page().getByLabel("Password").fill(Api.PASSWORD);
      ada.button("Register").click();
      assertThat(ada.page().getByLabel("E-mail")).hasAccessibleDescription("E-mail is taken");
      ada.findsNoFault("register-refused");
      ada.page().getByText("Log in").click();
      // Until then it is the other form's fields that would be filled in.
      ada.button("Log in").waitFor();
      ada.page().getByLabel("E-mail").fill(email);
      ada.page().getByLabel("Password").fill("not that one");
      ada.button("Log in").click();
      ada.page().getByRole(AriaRole.ALERT).waitFor();
      ada.findsNoFault("login-refused");
      ada.page().getByLabel("Password").fill(Api.PASSWORD);
      ada.button("Log in").click();

      ada.page().getByText("Due date, priority, tags").click();
      ada.page().getByLabel("Tags").fill("x".repeat(51));
      ada.add("With a long tag");
      Locator tags = ada.page().locator(".edit").getByLabel("Tags");
      assertThat(tags)
          .hasAccessibleDescription("Tags must have at most 50 characters separated by commas");
      ada.findsNoFault("todo-refused");
      tags.fill("short");
      ada.button("Save").click();
      ada.hasSentAll();
      assertThat(headings(email)).containsExactly("With a long tag");
    }
  }

  @Test
  void aKeyboardIsEnough() {
    String email = RunningApi.someone();
    try (Visitor ada = visitor()) {
      Page page = ada.page();
      page.navigate("/app#/register");
      type(page, "Ada\tADDRESS\tPASSWORD\n".replace("ADDRESS", email));
      ada.newTodo().waitFor();
      assertThat(ada.newTodo()).not().isDisabled();
      ada.newTodo().focus();
      type(page, "By keyboard\n");
      ada.hasSentAll();
      tabTo(page, ada.tick("By keyboard"));
      page.keyboard().press("Space");
      assertThat(ada.tick("By keyboard")).isChecked();
      tabTo(page, ada.button("Edit By keyboard"));
      type(page, "\nStill by keyboard\n");
      assertThat(ada.button("Edit Still by keyboard")).isFocused();
      tabTo(page, ada.button("Delete Still by keyboard"));
      page.keyboard().press("Enter");
      assertThat(ada.button("Undo")).isFocused();
      page.keyboard().press("Enter");
      ada.sees("Still by keyboard");
      assertThat(ada.newTodo()).isFocused();
    }
  }

  private static void type(Page page, String keys) {
    keys.replace("PASSWORD", Api.PASSWORD)
        .codePoints()
        .forEach(key -> {
          switch (key) {
            case '\t' -> page.keyboard().press("Tab");
            case '\n' -> page.keyboard().press("Enter");
            default -> page.keyboard().insertText(Character.toString(key));
          }
        });
  }

  /** Presses Tab until the focus is there, which must not take forever. */
  private static void tabTo(Page page, Locator control) {
    for (int i = 0; i < 40; i++) {
      if ((boolean) control.evaluate("it => it === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never gets there: " + control);
  }

  @Test
  void nothingIsInTheWayOfAnyone() {
    try (Visitor ada = visitor()) {
      ada.page().navigate("/app");
      ada.button("Log in").waitFor();
      ada.findsNoFault("login");
      ada.registered(RunningApi.someone());
      ada.findsNoFault("todos-none");
      ada.page().getByText("Due date, priority, tags").click();
      ada.page().getByLabel("Due", exactly()).fill("2024-02-29T10:00");
      ada.page().locator(".add").getByLabel("Priority").selectOption("high");
      ada.page().getByLabel("Tags").fill("money, home");
      ada.add("Call the bank about the mortgage before they close for the holidays");
      ada.add("Water the plants");
      ada.add("Buy bread");
      ada.tick("Buy bread").check();
      ada.hasSentAll();
      ada.findsNoFault("todos");
      ada.button("Edit Water the plants").click();
      ada.findsNoFault("todo-edit");
      ada.button("Cancel").click();
      ada.setOffline(true);
      ada.add("Not sent");
      ada.button("Delete Water the plants").click();
      ada.findsNoFault("todos-offline");
      ada.setOffline(false);
      ada.hasSentAll();
    }
  }

  /** What the server has of somebody's todos, whatever their browser shows. */
  private List<String> headings(String email) {
    return running.api().loggedIn(email).get("/api/todos").body().findValuesAsText("heading");
  }
}

package dev.honeydo.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page at {@code /admin}, in a real browser, over the embedded record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPageTest {
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
  void othersAreToldThatItIsForAdmins() {
    try (Visitor ada = visitor()) {
      ada.page().navigate("/admin");
      heading(ada, "Log in first").waitFor();
      ada.findsNoFault("admin-logged-out");
      ada.registered(RunningApi.someone());
      ada.page().navigate("/admin");
      heading(ada, "For admins only").waitFor();
      ada.findsNoFault("admin-refused");
    }
  }

  @Test
  void whatHappensIsPlotted() {
    Api somebody = running.api().loggedIn(RunningRecord.ADMIN);
    try (Visitor root = visitor().loggedIn(RunningRecord.ADMIN)) {
      root.view("Admin");
      Locator row = root.page().locator("tbody tr").filter(having("GET /api/todos/stats"));
      Await.until(
          Duration.ofSeconds(10),
          () -> {
            var _ = somebody.get("/api/todos/stats");
            return row.count() > 0;
          });
      assertThat(row.locator("td").first()).hasText(Pattern.compile("[1-9][0-9]*"));
      assertThat(root.page().getByText("Status").locator("xpath=following-sibling::dd"))
          .hasText("healthy");
      Locator latency =
          root.page()
              .getByRole(
                  AriaRole.IMG,
                  new Page.GetByRoleOptions().setName(Pattern.compile("^Latency, now: p50 [0-9]")));
      latency.waitFor();
      root.findsNoFault("admin");
    }
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator heading(Visitor visitor, String text) {
    return visitor
        .page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  @Test
  void actionsShowTheCommandThatDoesTheSame() {
    try (Visitor root = visitor().loggedIn(RunningRecord.ADMIN)) {
      root.page().navigate("/admin");
      Locator form = root.page().locator("form").filter(having("Clear by type"));
      form.getByLabel("What").selectOption("tasks");
      assertThat(form.locator("code"))
          .hasText(
              "curl -X POST -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
                  + " -d '{\"cache_type\":\"tasks\"}' "
                  + running.api().address()
                  + "/api/cache/clear");
      Request sent =
          root.page()
              .waitForRequest(
                  "**/api/cache/clear", () -> form.getByText("Clear", exactly()).click());
      assertThat(sent.method() + " " + sent.postData())
          .isEqualTo("POST {\"cache_type\":\"tasks\"}");
      root.page().getByText("Cleared: tasks.").first().waitFor();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void somebodyIsDisabledAndLoggedOut() {
    String email = RunningApi.someone();
    try (Visitor ada = visitor().registered(email);
        Visitor root = visitor().loggedIn(RunningRecord.ADMIN)) {
      root.page().navigate("/admin");
      root.page().getByLabel("Search users").fill(email.substring(4, 20));
      root.button("Disable " + email).click();
      root.button("Disable").click();
      root.button("Enable " + email).waitFor();
      ada.page().getByText("You were logged out").waitFor();
      root.button("Enable " + email).click();
      root.button("Disable " + email).waitFor();
      root.page().getByLabel("Role of " + email).selectOption("admin");
      assertThat(root.page().getByText("\"role\":\"admin\"")).isVisible();
    }
  }
}

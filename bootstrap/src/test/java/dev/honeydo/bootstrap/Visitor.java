package dev.honeydo.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who uses the pages in a browser, and notices what pages must never do: ask anything of
 * another host, break their own content security policy, or fail in a script.
 *
 * <p>To be closed, which is when that is told.
 */
final class Visitor implements AutoCloseable {
  /** What Chromium says of each answer that is not 2xx, and of each request without an answer. */
  private static final String NOT_LOADED = "Failed to load resource";

  /** Where pictures go of what the tests see, for people to look at; none unless it is set. */
  private static final Optional<Path> PICTURES =
      Optional.ofNullable(System.getProperty("honeydo.pictures")).map(Path::of);

  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final List<String> faults = new ArrayList<>();

  Visitor(BrowserContext context, Page page, URI address) {
    this.context = context;
    this.page = page;
    this.origin = address.toString();
    context.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(origin + "/") && !url.startsWith("data:")) {
        faults.add("asked a foreign host: " + url);
      }
    });
    context.onResponse(response -> {
      String path = URI.create(response.url()).getPath();
      if (response.status() >= 400 && !path.startsWith("/api/")) {
        faults.add(response.status() + " for " + path);
      }
    });
    watch(page);
  }

  private void watch(Page watched) {
    watched.onConsoleMessage(message -> {
      if (isFault(message)) {
        faults.add(message.type() + ": " + message.text());
      }
    });
    watched.onPageError(error -> faults.add("a script failed: " + error));
  }

  private static boolean isFault(ConsoleMessage message) {
    return (message.type().equals("error") || message.type().equals("warning"))
        && !message.text().startsWith(NOT_LOADED);
  }

  Page page() {
    return page;
  }

  /** Another tab of the same browser. */
  Page tab(String path) {
    Page tab = context.newPage();
    watch(tab);
    tab.navigate(path);
    return tab;
  }

  /**
   * Takes the browser off the network, until the page knows, which may send something meanwhile; or
   * back.
   */
  void setOffline(boolean offline) {
    context.setOffline(offline);
    if (offline) {
      assertThat(page.locator("#badges")).containsText("Offline");
    }
  }

  /** Registers with that address, which logs in too. */
  Visitor registered(String email) {
    page.navigate("/app#/register");
    page.getByLabel("Name").fill("Ada Lovelace");
    return entering(email, "Register");
  }

  Visitor loggedIn(String email) {
    page.navigate("/app#/login");
    return entering(email, "Log in");
  }

  /** Registers and logs in with that address, of which no page knows. */
  void entersUnseen(String email) {
    String known = "\"email\":\"" + email + "\",\"password\":\"" + Api.PASSWORD + "\"}";
    send("/api/auth/register", "{\"name\":\"Grace Hopper\"," + known);
    send("/api/auth/login", "{" + known);
  }

  private void send(String path, String json) {
    APIResponse answer =
        context
            .request()
            .post(
                path,
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(json));
    assertThat(answer.ok()).as(path).isTrue();
  }

  private Visitor entering(String email, String button) {
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password").fill(Api.PASSWORD);
    button(button).click();
    newTodo().waitFor();
    return this;
  }

  Locator newTodo() {
    return page.getByLabel("New todo");
  }

  void add(String heading) {
    newTodo().fill(heading);
    newTodo().press("Enter");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator tick(String heading) {
    return page.getByLabel("Done: " + heading);
  }

  void view(String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1))
        .waitFor();
  }

  /** The headings that are shown, from top to bottom. */
  List<String> headings() {
    return page.locator(".todo .heading").allTextContents();
  }

  /** Waits until exactly these are shown, in any order. */
  void sees(String... headings) {
    Await.until(
        Duration.ofSeconds(10),
        () -> {
          // Playwright hears of nothing while nobody asks it.
          List<String> shown = headings();
          return shown.size() == headings.length && shown.containsAll(List.of(headings));
        });
  }

  /** Waits until nothing waits to be sent any more. */
  void hasSentAll() {
    page.waitForFunction("() => !document.querySelector('.todo.pending')");
  }

  /** Changes the heading of a todo in its form. */
  void rename(String from, String to) {
    button("Edit " + from).click();
    page.getByLabel("Heading").fill(to);
    button("Save").click();
  }

  /** That axe finds nothing in what is shown, light and dark, and that a small phone has room. */
  void findsNoFault(String view) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate(AT_REST);
      picture(view + (scheme == ColorScheme.DARK ? "-dark" : ""));
      page.evaluate(AxeBuilder.getAxeScript());
      assertThat(page.evaluate(VIOLATIONS)).as(view + " " + scheme).isEqualTo(List.of());
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(360);
    page.setViewportSize(390, 844);
    picture(view + "-phone");
    page.setViewportSize(1280, 800);
  }

  /** Waits until nothing moves or fades any more: half faded in, nothing has its colours yet. */
  private static final String AT_REST =
      "async () => { await Promise.allSettled(document.getAnimations().map(it => it.finished)); }";

  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .map(it => `${it.id}: ${it.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')}`)
      """;

  private void picture(String name) {
    PICTURES.ifPresent(directory ->
        page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name + ".png"))));
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).isEmpty();
  }
}

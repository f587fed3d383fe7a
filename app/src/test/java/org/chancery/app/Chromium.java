package org.chancery.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The machine's own Chromium, which asks nobody but the ledger. Where there is none, what needs it
 * is skipped.
 */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MILLIS = 30_000;
  private static final String AXE = "/axe.min.js";
  private static final String FOUND =
      "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
          + " 'wcag22aa', 'best-practice']})).violations.map(v => v.id + ': ' + v.nodes.map(n =>"
          + " n.html).slice(0, 3).join(' | '))";

  private static final String SAID =
      "() => { document.querySelectorAll('.by-script').forEach(each => each.remove());"
          + " return document.querySelector('main').innerText; }";

  static Chromium start() {
    assumeTrue(Files.isExecutable(PROGRAM), "skipped: there is no Chromium at " + PROGRAM);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options =
        new LaunchOptions()
            .setExecutablePath(PROGRAM)
            .setHeadless(true)
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A page, and what went wrong on it: errors, dialogs, requests that leave the server. */
  record Window(Page page, boolean scripted, List<String> wrong) implements AutoCloseable {

    /** The page at that path, once its scripts have set up what they add. */
    Page at(String path) {
      wrong.clear();
      page.navigate(path);
      if (scripted) {
        page.locator(".by-script[hidden]")
            .first()
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      }
      return page;
    }

    /** What the page says, but for what scripts add to it, which is removed. */
    String said() {
      return (String) page.evaluate(SAID);
    }

    /** Every breach of the rules of accessibility, each with where it is. */
    List<?> breaches() throws IOException {
      try (InputStream axe = Chromium.class.getResourceAsStream(AXE)) {
        page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
      }
      return (List<?>) page.evaluate(FOUND);
    }

    @Override
    public void close() {
      page.context().close();
    }
  }

  Window open(Http http, String path, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setBaseURL(http.server().toString()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    List<String> wrong = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            wrong.add(message.text());
          }
        });
    page.onPageError(wrong::add);
    page.onDialog(
        dialog -> {
          wrong.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(http.server().toString())) {
            wrong.add("leaves the server: " + request.url());
          }
        });
    Window window = new Window(page, !Boolean.FALSE.equals(options.javaScriptEnabled), wrong);
    window.at(path);
    return window;
  }

  @Override
  public void close() {
    playwright.close();
  }

  /** Gives all tests of a class one browser. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Chromium.class, _ -> start(), Chromium.class);
    }
  }
}

package dev.honeydo.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.exchange.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A plain page, which loads nothing from anywhere and runs nothing. */
final class HtmlPage {
  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}"
          + "pre{overflow:auto;padding:1rem;border:1px solid;border-radius:.4rem}"
          + "dt{font-weight:600}dd{margin:0 0 1rem}td,th{text-align:left;padding:0 1rem 0 0}";
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private HtmlPage() {}

  /**
   * The page.
   *
   * @param title text
   * @param body HTML
   */
  static Answer of(String title, String body) {
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{title}</title>\
        <meta name="viewport" content="width=device-width"><style>{style}</style></head>
        <body>
        <h1>{title}</h1>
        {body}</body>
        </html>
        """
            .replace("{title}", escape(title))
            .replace("{style}", STYLE)
            .replace("{body}", body);
    return Answer.html(200, page.getBytes(UTF_8)).with("Content-Security-Policy", POLICY);
  }

  /** The text, as it stands in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

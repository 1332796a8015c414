package archfixtures.r22.bad.adapters.http;

import org.jspecify.annotations.NullMarked;

/** Means something else in Turkey. */
@NullMarked
@SuppressWarnings({"StringCaseLocaleUsage", "DefaultCharset"}) // It is here to be caught.
record BadTitle(String text) {
  String lower() {
    return text.toLowerCase();
  }

  byte[] bytes() {
    return text.getBytes();
  }
}

package archfixtures.r15.bad.domain;

import org.jspecify.annotations.NullMarked;

/** A class that changes. */
@NullMarked
public final class BadNote {
  private String text = "";

  /** The text. */
  public String text() {
    return text;
  }

  /** Changes it. */
  public void setText(String text) {
    this.text = text;
  }
}

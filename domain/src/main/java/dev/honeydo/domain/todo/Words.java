package dev.honeydo.domain.todo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How text falls into the words that a search compares, the same for what is searched and for what
 * is searched for.
 *
 * <p>A word is a run of letters, digits and the marks on them; everything else parts words. Width,
 * ligatures and composition do not count (NFKC), nor does case, character by character; accents do.
 * Of a longer word the first {@value #LONGEST} characters count.
 */
public final class Words {
  /** How many code points of a word count. */
  public static final int LONGEST = 64;

  private Words() {}

  /** The words of the text in their order, repeated as it repeats them. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int length = 0;
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (int at = 0; at < normal.length(); ) {
      int character = normal.codePointAt(at);
      at += Character.charCount(character);
      if (Character.isLetterOrDigit(character) || (length > 0 && isMark(character))) {
        if (length < LONGEST) {
          word.appendCodePoint(folded(character));
        }
        length++;
      } else if (length > 0) {
        words.add(word.toString());
        word.setLength(0);
        length = 0;
      }
    }
    if (length > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** By way of upper case, because some letters have two lower ones: both sigmas are one. */
  private static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}

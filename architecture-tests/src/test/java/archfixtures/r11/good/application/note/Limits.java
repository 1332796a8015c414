package archfixtures.r11.good.application.note;

import org.jspecify.annotations.NullMarked;

/** Settings. */
@NullMarked
public record Limits(int longest) {}

package archsample.domain.note;

import org.jspecify.annotations.NullMarked;

/** Something to be remembered. */
@NullMarked
public record Note(String text) {}

package archfixtures.r1.bad.domain;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** A value that knows of files. */
@NullMarked
public record BadNote(Path file) {}

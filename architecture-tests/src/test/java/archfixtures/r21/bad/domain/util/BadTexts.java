package archfixtures.r21.bad.domain.util;

import org.jspecify.annotations.NullMarked;

/** In a package named for nothing. */
@NullMarked
record BadTexts() {}

package archfixtures.r21.bad.application.note.service.impl;

import org.jspecify.annotations.NullMarked;

/** In a package named for a pattern. */
@NullMarked
record BadNotes() {}

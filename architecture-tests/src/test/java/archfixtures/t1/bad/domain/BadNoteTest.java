package archfixtures.t1.bad.domain;

import org.jspecify.annotations.NullMarked;
import org.mockito.MockSettings;

/** Leans on a mock. */
@NullMarked
record BadNoteTest(MockSettings note) {}

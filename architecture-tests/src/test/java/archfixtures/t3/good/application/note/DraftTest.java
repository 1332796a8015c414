package archfixtures.t3.good.application.note;

import org.jspecify.annotations.NullMarked;

/** About drafts here; a draft of that name elsewhere is another. */
@NullMarked
final class DraftTest {}

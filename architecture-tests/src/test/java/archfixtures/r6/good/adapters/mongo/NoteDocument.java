package archfixtures.r6.good.adapters.mongo;

import org.bson.types.ObjectId;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** A library at home, and the one for logs. */
@NullMarked
public record NoteDocument(ObjectId id, Logger log) {}

package archfixtures.r6.bad.adapters.http;

import org.bson.types.ObjectId;
import org.jspecify.annotations.NullMarked;

/** The ids of one database, shown by another adapter. */
@NullMarked
public record BadNoteId(ObjectId value) {}

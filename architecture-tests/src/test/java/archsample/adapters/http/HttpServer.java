package archsample.adapters.http;

import archsample.application.note.WriteNote;
import org.jspecify.annotations.NullMarked;

/** The entrance. */
@NullMarked
public record HttpServer(WriteNote writeNote, ApiToken token) {}

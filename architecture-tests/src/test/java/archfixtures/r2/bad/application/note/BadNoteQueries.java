package archfixtures.r2.bad.application.note;

import java.net.http.HttpClient;
import org.jspecify.annotations.NullMarked;

/** Reads that speak HTTP themselves. */
@NullMarked
public record BadNoteQueries(HttpClient client) {}

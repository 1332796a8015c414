package archfixtures.r3.good.adapters.http;

import archfixtures.r3.good.adapters.http.page.Title;
import archfixtures.r3.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** An adapter that knows its own sub-package and a port. */
@NullMarked
public record NotePage(Title title, Notes notes) {}

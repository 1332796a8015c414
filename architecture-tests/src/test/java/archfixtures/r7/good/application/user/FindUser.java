package archfixtures.r7.good.application.user;

import archfixtures.r7.good.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Another, by the same port. */
@NullMarked
public record FindUser(Notes notes) {}

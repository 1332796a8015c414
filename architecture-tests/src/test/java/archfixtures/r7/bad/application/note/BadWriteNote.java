package archfixtures.r7.bad.application.note;

import archfixtures.r7.bad.application.user.FindUser;
import org.jspecify.annotations.NullMarked;

/** One feature that calls another. */
@NullMarked
public record BadWriteNote(FindUser findUser) {}

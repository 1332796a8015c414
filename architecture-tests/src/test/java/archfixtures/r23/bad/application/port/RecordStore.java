package archfixtures.r23.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A port that is a door. */
@NullMarked
public interface RecordStore {}

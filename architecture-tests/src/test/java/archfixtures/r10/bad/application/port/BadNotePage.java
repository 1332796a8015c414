package archfixtures.r10.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A value that anybody can change. */
@NullMarked
@SuppressWarnings("ArrayRecordComponent") // It is here to be caught.
public record BadNotePage(byte[] next) {}

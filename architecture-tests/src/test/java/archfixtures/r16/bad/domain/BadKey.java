package archfixtures.r16.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Bytes are no secret of their own. */
@NullMarked
@SuppressWarnings("ArrayRecordComponent") // It is here to be caught.
public record BadKey(byte[] secret) {}

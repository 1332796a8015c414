package dev.honeydo.application.port;

import java.util.Optional;

/**
 * What a request was answered with, as far as it is given again: no other header field is kept.
 *
 * @param status the HTTP status
 * @param body the body as text, to be sent in UTF-8; empty where there is none
 * @param mediaType the {@code Content-Type}; absent where there is no body
 * @param location the {@code Location}
 * @param etag the {@code ETag}
 */
public record StoredAnswer(
    int status,
    String body,
    Optional<String> mediaType,
    Optional<String> location,
    Optional<String> etag) {}

package dev.honeydo.domain.user;

/**
 * What makes two e-mail addresses one: the local part in lower case, the domain in lower-case ASCII
 * (A-labels). Made by {@link EmailAddress#key}; stores keep it under a unique index.
 */
public record EmailKey(String value) {}

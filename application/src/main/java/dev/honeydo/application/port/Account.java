package dev.honeydo.application.port;

import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.User;

/** A user together with what proves who they are: seen only where a password is checked. */
public record Account(User user, PasswordHash passwordHash) {}

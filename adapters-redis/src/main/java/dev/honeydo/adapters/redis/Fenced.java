package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.domain.user.UserId;

/** What stands behind one fence. */
record Fenced(UserId owner, Scope scope) {
  static Fenced of(Cache.Key<?> key) {
    return new Fenced(key.owner(), key.scope());
  }
}

package dev.honeydo.architecture;

import java.util.Optional;

/** Who may break which rule here, and why. */
enum HoneydoExemption implements Exemption {
  SECURITY_SETTINGS(
      Rule.DRIVEN_ADAPTERS_HAVE_ONE_DOOR,
      "dev.honeydo.adapters.security.SecuritySettings",
      "The door is opened with it, and nested it would be longer than the door."),
  ARGON2_COST(
      Rule.DRIVEN_ADAPTERS_HAVE_ONE_DOOR,
      "dev.honeydo.adapters.security.Argon2Cost",
      "Part of the settings: bootstrap fits the number of hashes to the memory that one takes."),
  SIGNING_KEYS(
      Rule.DRIVEN_ADAPTERS_HAVE_ONE_DOOR,
      "dev.honeydo.adapters.security.SigningKeys",
      "Part of the settings: bootstrap says which key signs and which are still good."),
  TALLY(
      Rule.PORT_PACKAGE_HOLDS_PORTS,
      "dev.honeydo.application.port.TodoStatistics$Tally",
      "Every store counts by it while it reads; nothing of it outlives the call."),
  SIGNING_KEY(
      Rule.DRIVEN_ADAPTERS_HAVE_ONE_DOOR,
      "dev.honeydo.adapters.security.SigningKey",
      "Part of the settings: bootstrap reads it from the environment, or makes and keeps it."),
  TODOS_OWNER(
      Rule.OWNERS_COME_FIRST,
      "dev.honeydo.application.port.Todos",
      "owner",
      "It finds out who the owner is: an admin ends the copies of a todo of which they know no more"
          + " than the id."),
  SESSIONS_LAST_SEEN(
      Rule.OWNERS_COME_FIRST,
      "dev.honeydo.application.port.Sessions",
      "lastSeen",
      "It finds out who the owners are whose copies are worth having, and gives nothing of theirs."),
  CACHED_TODOS(
      Rule.USE_CASES_HAVE_ONE_SHAPE,
      "dev.honeydo.application.cache.CachedTodos",
      "It takes nothing but what moves fences: copies of what is written past them would be stale."),
  CACHED_USERS(
      Rule.USE_CASES_HAVE_ONE_SHAPE,
      "dev.honeydo.application.cache.CachedUsers",
      "It takes nothing but what moves fences: copies of what is written past them would be stale."),
  CACHE_KEYS(
      Rule.OUTCOMES_ARE_SEALED,
      "dev.honeydo.application.port.Cache$Key",
      "Its parts are sealed over records themselves, each with one scope that all of them have.");

  private final Rule rule;
  private final String className;
  private final Optional<String> method;
  private final String reason;

  HoneydoExemption(Rule rule, String className, String reason) {
    this(rule, className, Optional.empty(), reason);
  }

  HoneydoExemption(Rule rule, String className, String method, String reason) {
    this(rule, className, Optional.of(method), reason);
  }

  HoneydoExemption(Rule rule, String className, Optional<String> method, String reason) {
    this.rule = rule;
    this.className = className;
    this.method = method;
    this.reason = reason;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public String className() {
    return className;
  }

  @Override
  public Optional<String> method() {
    return method;
  }

  @Override
  public String reason() {
    return reason;
  }
}

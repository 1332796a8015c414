package dev.honeydo.architecture;

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
      "Part of the settings: bootstrap reads it from the environment, or makes and keeps it.");

  private final Rule rule;
  private final String className;
  private final String reason;

  HoneydoExemption(Rule rule, String className, String reason) {
    this.rule = rule;
    this.className = className;
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
  public String reason() {
    return reason;
  }
}

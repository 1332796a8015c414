package dev.honeydo.application.health;

import dev.honeydo.application.health.MonitoredCapability.Capability;
import dev.honeydo.application.health.MonitoredCapability.Mode;
import java.time.Instant;

/**
 * Something that is done otherwise than it should be, or not at all.
 *
 * @param since when that was noticed first
 * @param mode how it is done meanwhile
 */
public record Degradation(Capability capability, Instant since, Mode mode) {}

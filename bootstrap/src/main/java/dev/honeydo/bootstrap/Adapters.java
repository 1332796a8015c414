package dev.honeydo.bootstrap;

import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import java.util.List;

/**
 * What keeps the record: the one thing that differs from installation to installation.
 *
 * @param parts what health reports on
 */
record Adapters(
    Users users,
    Todos todos,
    Sessions sessions,
    RefreshFamilies families,
    List<MonitoredPart> parts) {}

package archfixtures.r25.good.bootstrap;

import archfixtures.r25.good.adapters.http.HttpServer;
import archfixtures.r25.good.adapters.http.HttpSettings;
import archfixtures.r25.good.adapters.http.UseCases;
import org.jspecify.annotations.NullMarked;

/** Comes in by the door. */
@NullMarked
public record Wiring(HttpServer server, HttpSettings.Port port, UseCases useCases) {}

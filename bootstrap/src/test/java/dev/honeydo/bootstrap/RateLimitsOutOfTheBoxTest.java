package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.bootstrap.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits that hold when nothing is set. */
class RateLimitsOutOfTheBoxTest {

  @Test
  void whatTheReadmeShowsIsWithinThemAndWhatIsMoreIsNot(@TempDir Path directory) {
    Config defaults = Config.from(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
    try (Honeydo honeydo = Honeydo.start(defaults, InstantSource.system())) {
      Api api = Api.at(honeydo.address());
      Answer registered = api.register("ada@example.org");
      assertThat(registered.status()).isEqualTo(201);
      assertThat(registered.header("RateLimit-Policy")).isEqualTo("\"register\";q=3;w=3600");
      Api ada = api.loggedIn("ada@example.org");
      Answer todo = ada.post("/api/todos", json("{'heading':'Buy bread'}"));
      assertThat(todo.status()).isEqualTo(201);
      assertThat(todo.header("RateLimit")).isEqualTo("\"api\";r=599;t=1");
      for (int attempt = 0; attempt < 4; attempt++) {
        assertThat(api.login("ada@example.org").status()).isEqualTo(200);
      }
      Answer refused = api.login("ada@example.org");
      assertThat(refused.outcome()).isEqualTo("429 rate_limited");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
      assertThat(api.register("bob@example.org").status()).isEqualTo(201);
      assertThat(api.register("eve@example.org").status()).isEqualTo(201);
      assertThat(api.register("joe@example.org").outcome()).isEqualTo("429 rate_limited");
    }
  }

  @Test
  void theSettingsAreTheLimits(@TempDir Path directory) {
    Map<String, String> settings =
        Map.of("RATE_LIMIT_LOGIN", "10/60", "INSTANCES", "5", "TRUSTED_PROXIES", "127.0.0.1");
    try (RunningRecord running = RunningRecord.configured(directory, settings)) {
      for (int client = 0; client < 3; client++) {
        Api api = running.api().with("X-Forwarded-For", "203.0.113." + client);
        String account = client + "@example.org";
        assertThat(api.login(account).header("RateLimit-Policy"))
            .isEqualTo("\"login\";q=2;w=60, \"login-account\";q=2;w=60");
        assertThat(api.login(account).outcome()).isEqualTo("401 invalid_credentials");
        Answer refused = api.login(account);
        assertThat(refused.outcome()).isEqualTo("429 rate_limited");
        running.elapse(Duration.ofSeconds(Integer.parseInt(refused.header("Retry-After"))));
        assertThat(api.login(account).outcome()).isEqualTo("401 invalid_credentials");
      }
    }
  }
}

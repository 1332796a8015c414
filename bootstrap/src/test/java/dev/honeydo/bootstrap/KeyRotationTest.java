package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signing keys are exchanged while the service is in use. */
class KeyRotationTest {
  private static final String ADA = "ada@example.org";

  private final SigningKey old = SigningKey.random();
  private final SigningKey next = SigningKey.random();
  private final AtomicBoolean stopped = new AtomicBoolean();

  @TempDir Path directory;

  @Test
  void noRequestFailsAndWhatTheOldKeySignedIsGoodUntilItIsDropped() throws Exception {
    write(old);
    Map<String, String> settings =
        Map.of("JWT_SECRET_KEY_FILE", directory.resolve("keys").toString());
    try (RunningRecord running =
        RunningRecord.over(directory, settings, InMemoryRecordStore::new)) {
      Api api = running.api();
      assertThat(api.register(ADA).status()).isEqualTo(201);
      Answer login = api.login(ADA);
      Api ada = api.bearer(login.text("access_token"));
      for (int i = 0; i < 5; i++) {
        assertThat(ada.post("/api/todos", json("{'heading':'%d'}", i)).status()).isEqualTo(201);
      }
      String cursor = ada.get("/api/todos?limit=2").text("next_cursor");
      String oldPage = "/api/todos?limit=2&cursor=" + cursor;

      List<String> chains = List.of(login(api), login(api), login(api));

      List<String> failures =
          underLoad(
              List.of(
                  () -> reading(ada, "/api/users/me"),
                  () -> reading(ada, "/api/todos?limit=2"),
                  () -> walking(ada),
                  () -> refreshing(api, chains.get(0)),
                  () -> refreshing(api, chains.get(1))),
              () -> {
                write(next, old);
                awaitKey(api, chains.get(2), next);
              });

      assertThat(failures).isEmpty();
      assertThat(keyOf(login.text("access_token"))).isEqualTo(old.id());
      assertThat(ada.get("/api/users/me").status()).isEqualTo(200);
      assertThat(ada.get(oldPage).status()).isEqualTo(200);
      Answer refreshed = refresh(api, login.text("refresh_token"));
      Api later = api.bearer(refreshed.text("access_token"));

      write(next);
      await(() -> ada.get("/api/users/me").outcome().equals("401 token_invalid"));
      assertThat(later.get("/api/users/me").status()).isEqualTo(200);
      assertThat(later.get(oldPage).outcome()).isEqualTo("400 invalid_cursor");
      assertThat(refresh(api, login.text("refresh_token")).outcome())
          .isEqualTo("401 token_invalid");
      assertThat(refresh(api, refreshed.text("refresh_token")).status()).isEqualTo(200);
    }
  }

  @Test
  void aFileWithoutAKeyKeepsItFromStarting() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));
    Map<String, String> settings = Map.of("JWT_SECRET_KEY_FILE", empty.toString());
    assertThatThrownBy(() -> RunningRecord.over(directory, settings, InMemoryRecordStore::new))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining(empty.toString());
  }

  /** What was not answered with 200 while {@code change} was made. */
  private List<String> underLoad(List<Callable<List<String>>> clients, Change change)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> running = clients.stream().map(threads::submit).toList();
      try {
        change.make();
      } finally {
        stopped.set(true);
      }
      List<String> failures = new ArrayList<>();
      for (Future<List<String>> each : running) {
        failures.addAll(each.get());
      }
      return failures;
    }
  }

  private List<String> reading(Api who, String path) {
    List<String> failures = new ArrayList<>();
    while (!stopped.get()) {
      note(who.get(path), failures);
    }
    return failures;
  }

  private List<String> walking(Api who) {
    List<String> failures = new ArrayList<>();
    while (!stopped.get()) {
      Answer first = who.get("/api/todos?limit=2");
      note(first, failures);
      note(who.get("/api/todos?limit=2&cursor=" + first.text("next_cursor")), failures);
    }
    return failures;
  }

  private List<String> refreshing(Api api, String first) {
    List<String> failures = new ArrayList<>();
    String token = first;
    while (!stopped.get()) {
      Answer answer = refresh(api, token);
      note(answer, failures);
      note(api.bearer(answer.text("access_token")).get("/api/sessions/current"), failures);
      token = answer.text("refresh_token");
    }
    return failures;
  }

  private static void note(Answer answer, List<String> failures) {
    if (answer.status() != 200) {
      failures.add(answer.outcome());
    }
  }

  private static Answer refresh(Api api, String token) {
    return api.post("/api/auth/refresh", json("{'refresh_token':'%s'}", token));
  }

  private static String keyOf(String token) {
    String header = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), UTF_8);
    int at = header.indexOf("\"kid\":\"") + 7;
    return header.substring(at, at + 16);
  }

  private static String login(Api api) {
    return api.login(ADA).text("refresh_token");
  }

  /** Refreshes until the access token that comes of it is signed with that key. */
  private static void awaitKey(Api api, String first, SigningKey wanted) {
    AtomicReference<String> token = new AtomicReference<>(first);
    await(() -> {
      Answer answer = refresh(api, token.get());
      assertThat(answer.status()).isEqualTo(200);
      token.set(answer.text("refresh_token"));
      return keyOf(answer.text("access_token")).equals(wanted.id());
    });
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the keys are taken into use by").isBefore(deadline);
    }
  }

  private void write(SigningKey... keys) throws IOException {
    List<String> lines = Stream.of(keys).map(SigningKey::secretText).toList();
    Path aside = Files.write(directory.resolve("keys.new"), lines);
    Path _ = Files.move(aside, directory.resolve("keys"), StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Change {
    void make() throws IOException;
  }
}

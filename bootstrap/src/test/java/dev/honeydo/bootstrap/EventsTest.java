package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.bootstrap.Stream.Frame;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of events at two instances over one record and one Redis, which comes and goes. */
class EventsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final InMemoryRecordStore record = new InMemoryRecordStore(InstantSource.system());
  private final RedisProcess redis = new RedisProcess();
  private final List<Stream> streams = new ArrayList<>();
  private RunningRecord one;
  private RunningRecord other;

  @BeforeEach
  void start(@TempDir Path directory) {
    begin(directory, "0.25");
  }

  private void begin(Path directory, String timeout) {
    one = started(directory.resolve("one"), timeout);
    other = started(directory.resolve("other"), timeout);
  }

  private RunningRecord started(Path directory, String timeout) {
    return RunningRecord.over(
        directory,
        Map.of(
            "REDIS_URL",
            redis.url(),
            "REDIS_SOCKET_TIMEOUT",
            timeout,
            "JWT_SECRET_KEY",
            "the same 32 bytes in both instances"),
        _ -> record);
  }

  @AfterEach
  void stop() {
    streams.forEach(Stream::close);
    one.close();
    other.close();
    redis.close();
  }

  private Login registered() {
    String email = RunningApi.someone();
    assertThat(one.api().register(email).status()).isEqualTo(201);
    return new Login(email, one.api().login(email).text("access_token"));
  }

  private Stream follow(RunningRecord where, String token, String last) {
    Stream stream = Stream.open(where.api().address(), token, last);
    streams.add(stream);
    assertThat(stream.next().id()).isNotEmpty();
    return stream;
  }

  private static Answer made(Api by, String heading) {
    Answer made = by.post("/api/todos", Api.json("{'heading':'%s'}", heading));
    assertThat(made.status()).isEqualTo(201);
    return made;
  }

  @Test
  void whatChangesAtOneIsHeardAtTheOtherAndReadThere() {
    Login ada = registered();
    Stream here = follow(one, ada.token, "");
    Stream there = follow(other, ada.token, "");
    Api writer = one.api().bearer(ada.token);
    Api reader = other.api().bearer(ada.token);
    String path = made(writer, "round 0").header("Location");
    assertThat(there.next().event()).isEqualTo("todo.created");
    assertThat(here.next().event()).isEqualTo("todo.created");
    List<Long> hereAfter = new ArrayList<>();
    List<Long> thereAfter = new ArrayList<>();
    for (int round = 1; round <= 50; round++) {
      // Keeps a copy of what was before near the reader.
      assertThat(reader.get(path).status()).isEqualTo(200);
      long start = System.nanoTime();
      Answer written = writer.patch(path, Api.json("{'heading':'round %s'}", round));
      assertThat(written.status()).isEqualTo(200);
      Frame heard = there.next();
      assertThat(heard.event()).isEqualTo("todo.updated");
      assertThat(heard.data()).isEqualTo(written.raw().body());
      // Whoever has heard of it is not shown what was there before.
      assertThat(reader.get(path).raw().body()).isEqualTo(written.raw().body());
      thereAfter.add(heard.at() - start);
      hereAfter.add(here.next().at() - start);
    }
    report("request sent at A to event read at A", hereAfter);
    report("request sent at A to event read at B", thereAfter);
    assertThat(thereAfter).allSatisfy(it -> assertThat(it).isLessThan(SOON.toNanos()));
  }

  @Test
  void whoeverComesBackElsewhereMissesNothing() {
    Login ada = registered();
    Stream first = follow(one, ada.token, "");
    Api writer = other.api().bearer(ada.token);
    made(writer, "heard");
    Frame heard = first.next();
    one.restart();
    assertThat(first.endsWithin(SOON)).isTrue();
    for (int i = 0; i < 20; i++) {
      made(writer, "gap " + i);
    }
    Stream again = follow(one, ada.token, heard.id());
    Stream elsewhere = follow(other, ada.token, heard.id());
    for (int i = 0; i < 20; i++) {
      assertThat(heading(again.next())).isEqualTo("gap " + i);
      assertThat(heading(elsewhere.next())).isEqualTo("gap " + i);
    }
  }

  @Test
  void withoutRedisOnesOwnReadersHearAndWhenItIsBackAllAreToldToReadAnew() {
    Login ada = registered();
    Stream here = follow(one, ada.token, "");
    Stream there = follow(other, ada.token, "");
    redis.kill();
    Api writer = one.api().bearer(ada.token);
    made(writer, "without Redis");
    assertThat(heading(here.next())).isEqualTo("without Redis");
    long start = System.nanoTime();
    redis.restart();
    List<Long> after = new ArrayList<>();
    for (Stream each : List.of(here, there)) {
      Frame resync = each.next();
      assertThat(resync.event()).isEqualTo("resync");
      after.add(resync.at() - start);
    }
    report("start of Redis to resync", after);
    Await.until(
        Duration.ofSeconds(10),
        () -> {
          made(writer, "again");
          return there.holds("again");
        });
  }

  @Test
  void aLogoutAtOneEndsTheStreamAtTheOther() {
    Login ada = registered();
    String phone = one.api().login(ada.email).text("access_token");
    Stream left = follow(other, ada.token, "");
    Stream ended = follow(other, phone, "");
    long start = System.nanoTime();
    assertThat(one.api().bearer(phone).post("/api/auth/logout", "").status()).isEqualTo(204);
    assertThat(ended.endsWithin(SOON)).isTrue();
    report("logout at A to end of stream at B", List.of(System.nanoTime() - start));
    assertThat(left.next().event()).isEqualTo("session.revoked");
  }

  @Test
  void manyReadersHearOfEachChange(@TempDir Path directory) {
    one.close();
    other.close();
    // A machine that is busy with two hundred readers must not take Redis for gone.
    begin(directory.resolve("patient"), "10");
    List<Login> users = new ArrayList<>();
    List<List<Stream>> readers = new ArrayList<>();
    for (int user = 0; user < 20; user++) {
      Login login = registered();
      users.add(login);
      List<Stream> ten = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        ten.add(follow(i % 2 == 0 ? one : other, login.token, ""));
      }
      readers.add(ten);
    }
    List<Long> after = new ArrayList<>();
    for (int user = 0; user < users.size(); user++) {
      long start = System.nanoTime();
      made(one.api().bearer(users.get(user).token), "for " + user);
      for (Stream each : readers.get(user)) {
        Frame frame = each.next();
        assertThat(heading(frame)).isEqualTo("for " + user);
        after.add(frame.at() - start);
      }
    }
    assertThat(after).hasSize(200);
    report("request to event read by each of 200 readers", after);
  }

  private static String heading(Frame frame) {
    try {
      return new ObjectMapper().readTree(frame.data()).path("heading").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down what was measured, for whoever looks into {@code target}. */
  private static void report(String what, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    String line =
        Api.json(
            "%s: %d times, median %.1f ms, p95 %.1f ms, most %.1f ms%n",
            what,
            sorted.size(),
            sorted.get(sorted.size() / 2) / 1e6,
            sorted.get((sorted.size() - 1) * 95 / 100) / 1e6,
            sorted.getLast() / 1e6);
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(
          Path.of("target", "events-delays.txt"),
          line,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Login(String email, String token) {}
}

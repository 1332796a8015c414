package dev.honeydo.adapters.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes, as often as {@code -Dhoneydo.kill.rounds} says. */
final class KilledProcessTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.kill.rounds", 3);
  private static final Pattern ANSWER = Pattern.compile("(\\S{36}) (\\S{36}) (\\d)");

  private record Key(UserId owner, TodoId id) {}

  @Test
  @DisplayName("what was answered before a kill -9 is there, and the directory is free at once")
  void keepsWhatWasAnswered(@TempDir Path directory) throws Exception {
    Map<Key, Version> answered = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      int before = answered.size();
      writeUntilKilled(directory, answered);
      assertThat(answered.size()).isGreaterThan(before);
      try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
        answered.forEach((key, version) -> assertKept(adapters.todos(), key, version));
      }
    }
  }

  private static void writeUntilKilled(Path directory, Map<Key, Version> answered)
      throws IOException, InterruptedException {
    Process writer = ChildJvm.start(WritingMain.class, directory);
    try (var output = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
      int enough = ThreadLocalRandom.current().nextInt(200, 2000);
      int lines = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        note(line, answered);
        if (++lines == enough) {
          // By its handle: killing by the process itself would close the stream that is read here.
          boolean _ = writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      int _ = writer.destroyForcibly().waitFor();
    }
  }

  /** Notes an answer; the last line may have been cut off by the kill. */
  private static void note(String line, Map<Key, Version> answered) {
    var answer = ANSWER.matcher(line);
    if (answer.matches()) {
      UserId owner = UserId.parse(answer.group(1)).orElseThrow();
      TodoId id = TodoId.parse(answer.group(2)).orElseThrow();
      Version version = new Version(Long.parseLong(answer.group(3)));
      Version _ = answered.merge(new Key(owner, id), version, KilledProcessTest::later);
    }
  }

  private static Version later(Version one, Version other) {
    return one.value() > other.value() ? one : other;
  }

  private static void assertKept(Todos todos, Key key, Version version) {
    assertThat(todos.find(key.owner(), key.id()).map(Todo::version).map(Version::value))
        .hasValueSatisfying(kept -> assertThat(kept).isGreaterThanOrEqualTo(version.value()));
  }
}

package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request of {@code docs/honeydo.http} gets what the file says it gets. */
class CollectionTest {
  private static final Path FILE = Path.of("..", "docs", "honeydo.http");

  @Test
  void everyRequestGetsWhatTheFileExpects(@TempDir Path directory) throws IOException {
    try (RunningRecord running = RunningRecord.configured(directory, Map.of())) {
      Map<String, String> given = Map.of("host", running.api().address().toString());
      RequestFile file = RequestFile.of(Files.readString(FILE), given);
      assertThat(file.requests()).hasSizeGreaterThan(25);
      for (RequestFile.Request request : file.requests()) {
        assertThat(request.expected()).as(request.title()).isNotEmpty();
        Api.Answer answer = file.send(request);
        assertThat(request.expected())
            .as(request.title() + ": " + answer.outcome())
            .contains(answer.status());
      }
    }
  }
}

package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.adapters.security.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyWatchTest {
  private static final String FIRST = "the first key of them all, 32 bytes or more";
  private static final String SECOND = "the second key that there is, 32 bytes or more";

  private final LogLines log = new LogLines(SigningKeyWatch.class);
  private final List<SigningKeys> taken = new ArrayList<>();
  private Path path;
  private SigningKeyWatch watch;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    path = Files.writeString(directory.resolve("keys"), FIRST);
    SigningKeyFile file = SigningKeyFile.at(path);
    watch = SigningKeyWatch.over(file, file.stamp(), taken::add);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      watch.run();
    }
  }

  @Test
  void whatDoesNotChangeIsNotReadAgain() {
    look(5);
    assertThat(taken).isEmpty();
    assertThat(log.all()).isEmpty();
  }

  @Test
  void aChangeIsTakenUpOnceItLooksTheSameTwice() throws IOException {
    var _ = Files.writeString(path, SECOND);
    look(1);
    assertThat(taken).isEmpty();
    var _ = Files.writeString(path, SECOND + "\n" + FIRST);
    look(1);
    assertThat(taken).isEmpty();
    look(3);
    assertThat(taken)
        .containsExactly(
            new SigningKeys(SigningKey.parse(SECOND), List.of(SigningKey.parse(FIRST))));
    assertThat(log.all()).singleElement().asString().doesNotContain(FIRST, SECOND);
  }

  @Test
  void aBrokenFileChangesNothingAndIsToldOnce() throws IOException {
    var _ = Files.writeString(path, "hunter2");
    look(5);
    assertThat(taken).isEmpty();
    assertThat(log.all())
        .singleElement()
        .asString()
        .startsWith("WARN")
        .contains(path.toString(), "line 1")
        .doesNotContain("hunter2");

    Files.delete(path);
    look(5);
    assertThat(log.all()).hasSize(2);

    var _ = Files.writeString(path, SECOND);
    look(2);
    assertThat(taken).containsExactly(SigningKeys.of(SigningKey.parse(SECOND)));
  }
}

package dev.honeydo.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path directory;

  @Test
  void withoutAFileTheEnvironmentIsAllThereIs() {
    assertThat(Settings.read(directory, Map.of("PORT", "1"))).isEqualTo(Map.of("PORT", "1"));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Files.writeString(directory.resolve(".env"), "# a comment\nPORT=1\nHOST=\"::1\"\n");

    assertThat(Settings.read(directory, Map.of("PORT", "2")))
        .isEqualTo(Map.of("PORT", "2", "HOST", "::1"));
  }

  @Test
  void whatTheEnvironmentSetsToNothingIsLeftToTheFile() throws IOException {
    Files.writeString(directory.resolve(".env"), "PORT=1\n");

    assertThat(Settings.read(directory, Map.of("PORT", " "))).isEqualTo(Map.of("PORT", "1"));
  }

  @Test
  void aBrokenLineIsRefusedWithoutBeingQuoted() throws IOException {
    Files.writeString(directory.resolve(".env"), "JWT_SECRET_KEY hunter2\n");

    assertThatThrownBy(() -> Settings.read(directory, Map.of()))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(".env")
        .hasMessageNotContaining("hunter2");
  }
}

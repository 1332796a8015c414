package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.adapters.security.SigningKeys;
import dev.honeydo.contracts.Race;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyFileTest {
  private static final String ONE = "a key that the tests use, 32 bytes or more";
  private static final String OTHER = "ключ, который нужен для проверки";

  @TempDir Path directory;

  @Test
  void aKeyIsMadeOnceAndKept() {
    SigningKeys made = SigningKeyFile.madeIn(directory.resolve("new/data")).read();
    assertThat(made.previous()).isEmpty();
    assertThat(SigningKeyFile.madeIn(directory.resolve("new/data")).read()).isEqualTo(made);
    assertThat(SigningKeyFile.madeIn(directory).read()).isNotEqualTo(made);
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "needs a file system with POSIX permissions");
    Path file = SigningKeyFile.madeIn(directory).path();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void ofManyThatStartAtOnceAllHaveTheSameKeyAndNothingIsLeftBehind() throws IOException {
    for (int round = 0; round < 20; round++) {
      Path data = directory.resolve("data" + round);
      List<SigningKeys> keys = Race.run(_ -> SigningKeyFile.madeIn(data).read());
      assertThat(keys).containsOnly(keys.getFirst());
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files).containsExactly(data.resolve("signing-key"));
      }
    }
  }

  @Test
  void theFirstLineSignsAndTheOthersAreHonoured() throws IOException {
    SigningKey third = SigningKey.random();
    SigningKeys keys = read("\n " + ONE + " \r\n\n" + OTHER + "\n" + third.secretText());
    assertThat(keys.current()).isEqualTo(SigningKey.parse(ONE));
    assertThat(keys.previous()).containsExactly(SigningKey.parse(OTHER), third);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n", "too short", ONE + "\ntoo short", ONE + "\nbase64:?!"})
  void whatIsNoKeyIsRefusedWithoutBeingQuoted(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SigningKeyFile.Unusable.class)
        .hasMessageNotContainingAny("too short", "?!", ONE);
  }

  @Test
  void whichLineIsNoKeyIsTold() {
    assertThatThrownBy(() -> read(ONE + "\n\nshort"))
        .hasMessage("has a line 3 that must be at least 32 bytes long, and has 5");
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    assertThatThrownBy(() -> SigningKeyFile.at(directory).read())
        .isInstanceOf(SigningKeyFile.Unusable.class);
    assertThatThrownBy(() -> SigningKeyFile.at(directory.resolve("none")).read())
        .isInstanceOf(SigningKeyFile.Unusable.class);
    assertThatThrownBy(() -> read((ONE + "\n").repeat(2000)))
        .isInstanceOf(SigningKeyFile.Unusable.class);
    Path latin = Files.write(directory.resolve("l"), OTHER.getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> SigningKeyFile.at(latin).read())
        .isInstanceOf(SigningKeyFile.Unusable.class);
  }

  private SigningKeys read(String text) throws IOException {
    return SigningKeyFile.at(Files.writeString(directory.resolve("keys"), text)).read();
  }
}

package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.domain.InvalidValue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The signing key of an installation that was given none: made once and kept in the data directory,
 * where only its owner can read it, so that tokens outlive a restart.
 */
final class SigningKeyFile {
  private static final String NAME = "signing-key";

  private SigningKeyFile() {}

  /**
   * The key in {@code dataDirectory}, made there if there is none yet.
   *
   * @throws StartFailed when it can be neither read nor made, or is no key
   */
  static SigningKey readOrMake(Path dataDirectory) {
    Path file = dataDirectory.resolve(NAME).toAbsolutePath().normalize();
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        make(file, SigningKey.random().secretText());
      }
      return SigningKey.parse(Files.readString(file, US_ASCII).strip());
    } catch (IOException e) {
      throw new StartFailed("the signing key " + file + " can be neither read nor made", e);
    } catch (InvalidValue e) {
      throw new StartFailed("the signing key in " + file + " " + e.detail(), e);
    }
  }

  /** Written aside and moved into place whole: a crash leaves no half of a key behind. */
  private static void make(Path file, String key) throws IOException {
    Path aside = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(aside);
    Files.createFile(aside, ownerOnly());
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.write(US_ASCII.encode(key + "\n"));
      channel.force(true);
    }
    try {
      Files.move(aside, file);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      Files.delete(aside);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

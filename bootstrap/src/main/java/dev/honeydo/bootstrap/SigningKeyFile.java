package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.adapters.security.SigningKeys;
import dev.honeydo.domain.InvalidValue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signing keys in a file, one in each line, written as {@code JWT_SECRET_KEY} is: the first
 * signs, the others are honoured. Blank lines mean nothing.
 *
 * <p>An installation that was given no key makes one, once, and keeps it in its data directory,
 * where only its owner can read it, so that tokens outlive a restart.
 */
final class SigningKeyFile {
  private static final String NAME = "signing-key";
  private static final int MOST_BYTES = 64 * 1024;

  private final Path path;

  private SigningKeyFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** The file at {@code path}. */
  static SigningKeyFile at(Path path) {
    return new SigningKeyFile(path);
  }

  /**
   * The file in {@code dataDirectory}, made there if there is none yet.
   *
   * @throws StartFailed when it cannot be made
   */
  static SigningKeyFile madeIn(Path dataDirectory) {
    SigningKeyFile file = in(dataDirectory);
    try {
      if (!Files.exists(file.path)) {
        file.make(SigningKey.random().secretText());
      }
      return file;
    } catch (IOException e) {
      throw new StartFailed("the signing key " + file.path + " can be neither read nor made", e);
    }
  }

  /** The file in {@code dataDirectory}, whether it is there or not. */
  static SigningKeyFile in(Path dataDirectory) {
    return new SigningKeyFile(dataDirectory.resolve(NAME));
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /**
   * The keys that are in it now.
   *
   * @throws Unusable when there are none, or one of them is none
   */
  SigningKeys read() {
    List<SigningKey> keys = new ArrayList<>();
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
        throw new Unusable("is not a file of at most " + MOST_BYTES + " bytes");
      }
      int number = 0;
      for (String line : Files.readAllLines(path, UTF_8)) {
        number++;
        if (!line.isBlank()) {
          keys.add(key(number, line.strip()));
        }
      }
    } catch (IOException e) {
      throw new Unusable("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    if (keys.isEmpty()) {
      throw new Unusable("has no key in it");
    }
    return new SigningKeys(keys.getFirst(), keys.subList(1, keys.size()));
  }

  private static SigningKey key(int number, String line) {
    try {
      return SigningKey.parse(line);
    } catch (InvalidValue e) {
      throw new Unusable("has a line " + number + " that " + e.detail());
    }
  }

  /** What tells one state of the file from another, empty where there is no file. */
  Optional<Stamp> stamp() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              attributes.lastModifiedTime().toInstant().toString(),
              attributes.size(),
              String.valueOf(attributes.fileKey())));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /**
   * Written aside, under a name of its own, and linked into place whole: a crash leaves no half of
   * a key behind, and of several that start at once the first one's key is everybody's.
   */
  private void make(String key) throws IOException {
    Path directory = path.resolveSibling("");
    Files.createDirectories(directory);
    Path aside = Files.createTempFile(directory, NAME, ".new", ownerOnly());
    try {
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        channel.write(US_ASCII.encode(key + "\n"));
        channel.force(true);
      }
      place(aside);
      force(directory);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      // Its key is the one.
    } finally {
      boolean _ = Files.deleteIfExists(aside);
    }
  }

  /** A link is made only where nothing is; a move would replace what somebody else has made. */
  private void place(Path aside) throws IOException {
    try {
      Path _ = Files.createLink(path, aside);
    } catch (UnsupportedOperationException noLinks) {
      Path _ = Files.move(aside, path);
    }
  }

  /** Makes the name durable, too, where directories can be opened. */
  private static void force(Path directory) throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix");
  }

  /** One state of the file. */
  record Stamp(String modified, long size, String inode) {}

  /** Thrown when a file has no keys to use; the message ends a sentence and quotes nothing. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }
}

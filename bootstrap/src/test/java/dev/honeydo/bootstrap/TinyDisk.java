package dev.honeydo.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real file system that can be filled, of 36 to 64 MiB: what {@code -Dhoneydo.disk.tiny} names,
 * or one in memory that is mounted for the test, which only root may do.
 *
 * <p>Half of it is in use at first; the rest must have room for SQLite's log, which is about 16 MB
 * long before it is moved into the database and begun anew.
 */
final class TinyDisk implements AutoCloseable {
  private static final String GIVEN = System.getProperty("honeydo.disk.tiny", "");
  private static final String SIZE = "40m";

  private static final long TOO_LITTLE = 36L << 20;

  private static final long TOO_MUCH = 64L << 20;

  private final Path mountPoint;
  private final Path root;
  private final Path filler;

  private TinyDisk(Path mountPoint) throws IOException {
    this.mountPoint = mountPoint;
    this.root = Files.createTempDirectory(mountPoint, "honeydo-");
    this.filler = root.resolve("filler");
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < TOO_LITTLE || free > TOO_MUCH) {
      throw new IllegalStateException(
          mountPoint + " has " + free + " bytes free, not 36 to 64 MiB");
    }
    Path _ = Files.write(filler, new byte[Math.toIntExact(free / 2)]);
  }

  /** The disk with half of it in use; nothing where none is named and none can be mounted. */
  static Optional<TinyDisk> below(Path directory) {
    try {
      if (!GIVEN.isEmpty()) {
        return Optional.of(new TinyDisk(Path.of(GIVEN)));
      }
      Path mountPoint = Files.createDirectory(directory.resolve("tiny"));
      return ran("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", mountPoint.toString())
          ? Optional.of(new TinyDisk(mountPoint))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where nothing is kept but what the test keeps. */
  Path directory() {
    return root.resolve("data");
  }

  /** Gives the half back that was in use. */
  void makeRoom() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (GIVEN.isEmpty() && !ran("umount", mountPoint.toString())) {
        boolean _ = ran("umount", "-l", mountPoint.toString());
      }
    }
  }

  private static boolean ran(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.honeydo.adapters.sqlite;

import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryInUse;
import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory that holds the database, claimed by this process alone: by a lock of the operating
 * system on the file {@code honeydo.lock}, which ends with the process however that ends.
 *
 * <p>What is made in it is readable and writable by its owner only, where the file system knows
 * owners; SQLite gives its log the permissions of the database.
 */
final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "honeydo.lock";

  /** What the database is called. */
  static final String DATABASE = "honeydo.db";

  /**
   * The directories that this process has claimed. On POSIX systems a process that closes any
   * handle on a locked file loses the lock, so a second claim must not even open it.
   */
  private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Claims a directory, which is made if it is not there.
   *
   * @throws DataDirectoryInUse when this or another process has it
   * @throws DataDirectoryUnusable when it cannot be made or written
   */
  static DataDirectory claim(Path directory) {
    try {
      Path path = Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
      return claimExisting(path.toRealPath());
    } catch (IOException failure) {
      throw new DataDirectoryUnusable(
          "The data directory "
              + directory.toAbsolutePath()
              + " cannot be made or written: "
              + failure
              + ". Make it writable for the user that runs Honeydo, or choose another.",
          failure);
    }
  }

  /** Whether this or another process has claimed a directory that is there. */
  static boolean isClaimed(Path directory) throws IOException {
    Path path = directory.toRealPath();
    Path file = path.resolve(LOCK);
    if (CLAIMED.contains(path) || !Files.exists(file)) {
      return CLAIMED.contains(path);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException lockedByThisProcess) {
      return true;
    }
  }

  /** The database, an empty file if there was none. */
  Path database() {
    return path.resolve(DATABASE);
  }

  /** Lets others have the directory; once, for the next time it may be somebody else's. */
  @Override
  public synchronized void close() throws IOException {
    if (!lock.isOpen()) {
      return;
    }
    try {
      lock.close();
    } finally {
      boolean _ = CLAIMED.remove(path);
    }
  }

  private static DataDirectory claimExisting(Path path) throws IOException {
    if (!CLAIMED.add(path)) {
      throw new DataDirectoryInUse(path);
    }
    try {
      // Before the lock is taken: should this fail, there is no lock to give up again.
      createIfAbsent(path.resolve(DATABASE));
      createIfAbsent(path.resolve(LOCK));
      return new DataDirectory(path, lock(path));
    } catch (IOException | RuntimeException failure) {
      boolean _ = CLAIMED.remove(path);
      throw failure;
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException lockedByThisProcess) {
      // Another class loader's copy of this class has it.
    }
    channel.close();
    throw new DataDirectoryInUse(directory);
  }

  private static void createIfAbsent(Path file) throws IOException {
    try {
      Path _ = Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException alreadyThere) {
      // It keeps what is in it, and its permissions.
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

package org.vigie.platform.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.platform.DurableFiles;

/// Blobs as files of one folder, as this package's documentation draws it.
///
/// A file gets its name only when all of it is on disk, and the folders that lead to it are
/// forced after it, so that a crash at any moment leaves a whole blob or none.
public final class FolderBlobs implements BlobStore {
  private final Path root;
  private final Spool spool;

  /// Folders for blobs that are on disk themselves.
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  private FolderBlobs(Path root) {
    this.root = root;
    this.spool = new Spool(root);
  }

  /// Opens a folder, which is made if it is not there.
  public static FolderBlobs in(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root.resolveSibling(""));
      DurableFiles.makeFolder(root);
      DurableFiles.force(root.resolveSibling(""));
    }
    return new FolderBlobs(root);
  }

  @Override
  public BlobAddress put(Content content) throws IOException {
    Path unfinished = spool.newFile();
    try {
      BlobAddress address = write(content, unfinished);
      Path file = file(address);
      makeFolders(file);
      DurableFiles.moveInto(unfinished, file);
      return address;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static BlobAddress write(Content content, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      try (OutputStream out =
          new DigestOutputStream(new KeptOpen(Channels.newOutputStream(channel)), digest)) {
        content.writeTo(out);
      }
      channel.force(true);
    }
    return new BlobAddress(HexFormat.of().formatHex(digest.digest()));
  }

  /// Keeps a file open when its writer closes it, as it is still to be forced.
  private static final class KeptOpen extends BufferedOutputStream {
    KeptOpen(OutputStream file) {
      super(file);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /// Makes both folders durable even where another put has just made them: that one may not have
  /// come to it yet.
  private void makeFolders(Path file) throws IOException {
    Path second = file.resolveSibling("");
    if (!durable.contains(second)) {
      Path first = second.resolveSibling("");
      DurableFiles.makeFolder(first);
      DurableFiles.force(root);
      DurableFiles.makeFolder(second);
      DurableFiles.force(first);
      durable.add(second);
    }
  }

  @Override
  public InputStream open(BlobAddress address) throws IOException {
    return Files.newInputStream(file(address));
  }

  @Override
  public boolean delete(BlobAddress address) throws IOException {
    Path file = file(address);
    boolean deleted = Files.deleteIfExists(file);
    if (deleted) {
      DurableFiles.force(file.resolveSibling(""));
    }
    return deleted;
  }

  @Override
  public boolean contains(BlobAddress address) {
    return Files.isRegularFile(file(address));
  }

  @Override
  public void walk(Visitor visitor) throws IOException {
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (isBlob(file)) {
          visitor.visit(new StoredBlob(
              new BlobAddress(file.getFileName().toString()),
              attributes.size(),
              attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE;
        }
        throw failure;
      }
    });
  }

  @Override
  public boolean isShared() {
    return false;
  }

  private boolean isBlob(Path file) {
    String name = file.getFileName().toString();
    return name.matches("[0-9a-f]{64}") && file.equals(file(new BlobAddress(name)));
  }

  @Override
  public void removeUnfinished(Instant before) throws IOException {
    spool.removeOlder(before);
  }

  private Path file(BlobAddress address) {
    String name = address.sha256();
    return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no SHA-256", e);
    }
  }
}

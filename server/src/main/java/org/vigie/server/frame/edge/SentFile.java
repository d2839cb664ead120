package org.vigie.server.frame.edge;

import java.io.Closeable;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.vigie.media.NativeBytes;
import org.vigie.server.frame.BodyAllowance.Holding;
import org.vigie.server.frame.BodyHold;
import org.vigie.server.frame.FormPart;
import org.vigie.server.frame.HeldBytes;
import org.vigie.server.frame.WholeInput;

/// A file of a form.
final class SentFile implements MultipartFile, Closeable {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final String field;
  private final String name;
  private final @Nullable String type;
  private final Content content;
  private final BodyHold hold;

  private SentFile(FormPart part, Content content, BodyHold hold) {
    this.field = part.field();
    this.name = part.fileName().orElse("");
    this.type = part.contentType();
    this.content = content;
    this.hold = hold;
  }

  /// The place of the bytes.
  private sealed interface Content extends Closeable {
    InputStream open() throws IOException;

    long size() throws IOException;
  }

  /// Bytes that the request frees.
  private record InMemory(NativeBytes bytes) implements Content {
    @Override
    public InputStream open() {
      return new HeldBytes(bytes);
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public void close() {}
  }

  /// A file that has no name any more, so that it is gone however the process ends.
  private record OnDisk(FileChannel channel) implements Content {
    @Override
    public InputStream open() throws IOException {
      return new FilterInputStream(Channels.newInputStream(channel.position(0))) {
        @Override
        public void close() {}
      };
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /// Reads a part to its end.
  ///
  /// @param hold counts the arrays into which files are copied
  static SentFile read(FormPart part, WholeInput in, Holding holding, BodyHold hold)
      throws IOException {
    return switch (holding) {
      case Holding.Memory() -> new SentFile(part, new InMemory(in.readWhole(MOST)), hold);
      case Holding.Disk(Path folder) -> onDisk(part, in, folder, hold);
    };
  }

  private static SentFile onDisk(FormPart part, InputStream in, Path folder, BodyHold hold)
      throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "upload", ".part");
    FileChannel channel = FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
    try {
      in.transferTo(Channels.newOutputStream(channel));
      return new SentFile(part, new OnDisk(channel), hold);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public String getName() {
    return field;
  }

  @Override
  public String getOriginalFilename() {
    return name;
  }

  @Override
  public @Nullable String getContentType() {
    return type;
  }

  @Override
  public boolean isEmpty() {
    return getSize() == 0;
  }

  @Override
  public long getSize() {
    try {
      return content.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns a copy in the heap, which counts as the body does: for files without media.
  @Override
  public byte[] getBytes() throws IOException {
    hold.take(getSize());
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return content.open();
  }

  @Override
  public void transferTo(File destination) throws IOException {
    try (InputStream in = content.open()) {
      Files.copy(in, destination.toPath());
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}

package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of a backup, written one after the other, and at last their manifest.
final class BackupWriter implements AutoCloseable {
  private final ZipOutputStream zip;
  private final List<String> folders = new ArrayList<>();
  private final Map<String, BackupManifest.Part> files = new LinkedHashMap<>();

  BackupWriter(OutputStream file) {
    zip = new ZipOutputStream(file, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// Adds a folder that must be there even if nothing is in it.
  void folder(String name) {
    folders.add(name);
  }

  /// Adds a file with all that is left in a stream.
  void file(String name, InputStream content) throws IOException {
    MessageDigest digest = Unpacking.sha256();
    zip.putNextEntry(new ZipEntry(name));
    long bytes = content.transferTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    files.put(name, new BackupManifest.Part(HexFormat.of().formatHex(digest.digest()), bytes));
  }

  /// Adds the manifest; nothing can be added after it.
  void finish(BackupManifest.Header header) throws IOException {
    String text = new BackupManifest(header, folders, files).text();
    zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}

package org.vigie.server.operation.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The sentence for the operator about a file that cannot be read or written. The JDK's own words
/// are often the name of the file alone.
public final class FileFailure {
  private FileFailure() {}

  /// Returns the end of a sentence that names the file and the failure.
  public static String words(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no " + absolute(e.getFile());
      case AccessDeniedException e -> "this user may not use " + absolute(e.getFile());
      case FileSystemException e
      when e.getReason() != null -> absolute(e.getFile()) + ": " + e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().toString();
  }
}

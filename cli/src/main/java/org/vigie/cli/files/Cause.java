package org.vigie.cli.files;

/// Why a file could not be read or gave no picture, or a list was not used in full. The names
/// are part of the output.
public enum Cause {
  /// Nothing has this name.
  NOT_FOUND,
  /// A symbolic link to nothing.
  BROKEN_LINK,
  /// A symbolic link that leads back to its own folder.
  LINK_LOOP,
  /// A pipe, a socket or a device; never opened.
  NOT_A_FILE,
  /// The file or directory may not be read.
  ACCESS_DENIED,
  /// The operating system failed to read the file or directory.
  UNREADABLE,
  /// The file had another size when it was read than when it was found.
  CHANGED,
  /// The file is larger than the cap, so it was digested but not decoded.
  TOO_LARGE,
  /// The file has no bytes.
  EMPTY,
  /// The first bytes are of no picture format that is read here.
  UNKNOWN_FORMAT,
  /// The header says that the picture has more pixels than the cap; nothing was decoded.
  TOO_MANY_PIXELS,
  /// The format is known, the file breaks its rules.
  MALFORMED,
  /// The file ends before the picture does.
  TRUNCATED,
  /// The format is known, this variant of it is not read here.
  UNSUPPORTED,
  /// The decoder broke on this file, which is a defect of ours.
  DECODER_FAILED,
  /// There was not enough memory for this file.
  OUT_OF_MEMORY,
  /// A hash list was used without its bad lines, as was asked for.
  LINES_SKIPPED
}

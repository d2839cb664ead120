package org.vigie.media;

/// The content of a GIF's sub-blocks, one after another, as far as the file goes.
final class GifSubBlocks implements Lzw.Codes {
  private final FileBytes file;
  private long at;

  /// @param at where the first begins
  GifSubBlocks(FileBytes file, long at) {
    this.file = file;
    this.at = at;
  }

  @Override
  public int next(byte[] into) throws UndecodableException {
    if (at >= file.length()) {
      return 0;
    }
    int count = (int) Math.min(file.u8(at), file.length() - at - 1);
    file.copy(at + 1, into, 0, count);
    at += count + 1L;
    return count;
  }
}

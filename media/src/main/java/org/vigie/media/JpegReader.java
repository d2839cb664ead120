package org.vigie.media;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vigie.fingerprint.LumaPlane;

/// JPEG: sequential and progressive, 8 bits, Huffman-coded; one to four components.
final class JpegReader implements PictureReader {
  private final JpegDecoder decoder;

  private final Progress progress;

  JpegReader(JpegDecoder decoder, Progress progress) {
    this.decoder = decoder;
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    return JpegFile.frame(file, progress).size();
  }

  /// A copy of the kept parts of the file, the scaled picture twice and, for several scans, all
  /// coefficients at full size.
  @Override
  public long memory(MemorySegment file, PictureSize size) throws UndecodableException {
    JpegFile jpeg = JpegFile.begin(file, progress);
    long reduction = decoder.reduces() ? jpeg.reduction() : 1;
    long scaled = 8 * size.pixels() / (reduction * reduction);
    long coefficients = jpeg.isBuffered() ? 2L * jpeg.components() * size.pixels() : 0;
    return file.byteSize() + scaled + coefficients;
  }

  @Override
  public LumaPlane read(MemorySegment file, PictureSize size)
      throws UndecodableException, IOException {
    try (Arena arena = Arena.ofConfined()) {
      JpegFile jpeg = JpegFile.read(file, arena, progress);
      return jpeg.isEndless() ? endless(jpeg) : decoder.decode(jpeg, progress);
    }
  }

  /// Decodes a file that ends in its scan: any complaint of the decoder is about the missing end.
  private LumaPlane endless(JpegFile jpeg) throws UndecodableException {
    try {
      return decoder.decode(jpeg, progress);
    } catch (UndecodableException | IOException e) {
      throw UndecodableException.truncated("the file ends in a scan");
    }
  }
}

package org.vigie.media;

import java.io.IOException;
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
  public PictureSize size(byte[] file) throws UndecodableException {
    return JpegFile.frame(file, progress).size();
  }

  @Override
  public LumaPlane read(byte[] file, PictureSize size) throws UndecodableException, IOException {
    JpegFile jpeg = JpegFile.read(file, progress);
    return jpeg.isEndless() ? endless(jpeg) : decoder.decode(jpeg, progress);
  }

  /// Decodes a file that ends in its scan: whatever the decoder complains of is the missing end.
  private LumaPlane endless(JpegFile jpeg) throws UndecodableException {
    try {
      return decoder.decode(jpeg, progress);
    } catch (UndecodableException | IOException e) {
      throw UndecodableException.truncated("the file ends in a scan");
    }
  }
}

package org.vigie.media;

import java.io.IOException;
import org.vigie.fingerprint.LumaPlane;

/// JPEG: sequential and progressive, 8 bits, Huffman-coded; one to four components.
final class JpegReader implements PictureReader {
  private final JpegDecoder decoder;

  JpegReader(JpegDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public PictureSize size(byte[] file) throws UndecodableException {
    return JpegFile.frame(file).size();
  }

  @Override
  public LumaPlane read(byte[] file, PictureSize size) throws UndecodableException, IOException {
    JpegFile jpeg = JpegFile.read(file);
    return jpeg.isEndless() ? endless(jpeg) : decoder.decode(jpeg);
  }

  /// Decodes a file that ends in its scan: whatever the decoder complains of is the missing end.
  private LumaPlane endless(JpegFile jpeg) throws UndecodableException {
    try {
      return decoder.decode(jpeg);
    } catch (UndecodableException | IOException e) {
      throw UndecodableException.truncated("the file ends in a scan");
    }
  }
}

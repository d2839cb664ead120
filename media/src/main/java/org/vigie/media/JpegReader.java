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
    return decoder.decode(JpegFile.read(file));
  }
}

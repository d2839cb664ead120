package org.vigie.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vigie.fingerprint.LumaPlane;

/// WebP: the first frame on its canvas, alpha ignored; what it leaves free is black.
///
/// TwelveMonkeys decodes, and is given a file of nothing but that one frame, whose size was
/// compared with the container's.
final class WebpReader implements PictureReader {
  @Override
  public PictureSize size(byte[] file) throws UndecodableException {
    return WebpFrame.canvas(file);
  }

  @Override
  public LumaPlane read(byte[] file, PictureSize canvas) throws UndecodableException, IOException {
    WebpFrame frame = WebpFrame.first(file, canvas);
    Raster raster = decode(frame.bare());
    UndecodableException.check(
        raster.getWidth() == frame.size().width()
            && raster.getHeight() == frame.size().height()
            && raster.getNumBands() >= 3,
        "the decoder found another size than the frame says");
    return PlacedPlane.place(canvas, frame.left(), frame.top(), Rasters.rgb(raster), 0);
  }

  private static Raster decode(byte[] file) throws IOException {
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance();
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      return reader.read(0).getRaster();
    } finally {
      reader.dispose();
    }
  }
}

package org.vigie.media;

import java.awt.image.Raster;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.vigie.fingerprint.LumaPlane;

/// The JDK's own libjpeg, for platforms without ours: samples as stored, at full size.
///
/// The samples are read before any colour conversion: the first component of YCbCr is the luma. Any
/// warning means that the decoder made up a part of the picture, as in [LeptonicaJpegDecoder].
final class JdkJpegDecoder implements JpegDecoder {
  private final ImageReaderSpi provider = provider();

  @Override
  public boolean reduces() {
    return false;
  }

  @Override
  public LumaPlane decode(JpegFile jpeg, Progress progress)
      throws UndecodableException, IOException {
    progress.row();
    Raster raster = raster(jpeg.bytes());
    progress.row();
    UndecodableException.check(
        raster.getWidth() == jpeg.width() && raster.getHeight() == jpeg.height(),
        "the decoder found another size than the frame says");
    if (jpeg.isCmyk()) {
      return Cmyk.rgb(raster, jpeg.isYcck(), jpeg.isAdobe());
    }
    return jpeg.isRgb() ? Rasters.rgb(raster) : Rasters.grey(raster);
  }

  private Raster raster(MemorySegment bytes) throws UndecodableException, IOException {
    AtomicBoolean warned = new AtomicBoolean();
    ImageReader reader = provider.createReaderInstance();
    try (ImageInputStream input = new SegmentImageInput(bytes)) {
      reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
      reader.setInput(input, true, true);
      Raster raster = reader.readRaster(0, null);
      UndecodableException.check(!warned.get(), "the decoder found the picture damaged");
      return raster;
    } finally {
      reader.dispose();
    }
  }

  /// Returns the JDK's provider, even if others are on the class path.
  private static ImageReaderSpi provider() {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      boolean jpeg = Arrays.asList(provider.getFormatNames()).contains("jpeg");
      if (jpeg && provider.getClass().getModule() == ImageIO.class.getModule()) {
        return provider;
      }
    }
    throw new IllegalStateException("the JDK has no JPEG reader");
  }

  @Override
  public String toString() {
    return "the JDK";
  }
}

package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

/// The content of a start-of-frame segment.
///
/// @param components 1 (grey), 3 (YCbCr or RGB) or 4 (CMYK or YCCK)
/// @param firstId the identifier of the first component: `R` in files that hold RGB unmarked
/// @param isSequential whether every scan holds its components in full
record JpegFrame(PictureSize size, int components, int firstId, boolean isSequential) {
  private static final int BASELINE = 0xc0;
  private static final int EXTENDED = 0xc1;
  private static final int PROGRESSIVE = 0xc2;

  /// Reads the segment whose length field is at `at`.
  static JpegFrame read(FileBytes file, int marker, long at) throws UndecodableException {
    need(
        marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE,
        "lossless, hierarchical and arithmetic-coded JPEG are not read");
    check(file.u16(at) >= 11, "the frame segment is too short");
    need(file.u8(at + 2) == 8, "only JPEG of 8 bits a sample is read");
    int components = file.u8(at + 7);
    check(components > 0, "the frame has no components");
    need(
        components == 1 || components == 3 || components == 4,
        "JPEG of " + components + " components is not read");
    return new JpegFrame(
        new PictureSize(file.u16(at + 5), file.u16(at + 3)),
        components,
        file.u8(at + 8),
        marker != PROGRESSIVE);
  }
}

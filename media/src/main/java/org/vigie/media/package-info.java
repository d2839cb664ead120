/// Media files in, luma planes out.
///
/// One interface, [LumaSource][org.vigie.media.LumaSource]:
/// [MediaFile][org.vigie.media.MediaFile] → [Frames][org.vigie.media.Frames], of which a still
/// picture has one, or the cause why there are none. Never an exception for a stranger's file,
/// never a guess.
///
/// The stages of reading a picture:
///
/// ```
/// bytes ── first bytes ──► format, else UNKNOWN_FORMAT
///       ── header ───────► width x height, else MALFORMED; above the cap, with too long a side or
///                          too many pixels for so few bytes TOO_MANY_PIXELS
///       ── structure ────► only the parts that the picture needs, complete,
///                          and enough of it for so many pixels; else TRUNCATED, MALFORMED
///                          or, for a variant that is not read, UNSUPPORTED
///       ── decoder ──────► LumaPlane; any complaint of the decoder is MALFORMED,
///                          or TRUNCATED if the file ends in its scan
/// ```
///
/// | Format | Decoder | Unsupported |
/// |---|---|---|
/// | JPEG | libjpeg-turbo, else the JDK | arithmetic, lossless, 12 bits |
/// | PNG | ours | unknown critical chunks |
/// | GIF | ours | |
/// | BMP | ours | JPEG or PNG inside |
/// | TIFF | ours | fax, JPEG, CMYK, YCbCr, separate planes, floats, BigTIFF |
/// | WebP | libwebp | all, where the native library is not there |
///
/// Of files with several pictures the first is read, on its canvas if it has one.
///
/// The stored picture is hashed: EXIF orientation is not applied, alpha and transparency are
/// ignored, colour profiles and gamma too. A JPEG is decoded at the smallest of 1/1, 1/2, 1/4 and
/// 1/8 that keeps its short side at 512 or more.
///
/// A file is read if every pixel of its first picture is there and sound; later parts (end markers,
/// trailers, later chunks) may be missing or damaged. A file in which pixels are missing is refused
/// as a whole, also where a viewer would show a part of it: half a picture has a different signal,
/// which is in no list.
///
/// Work on a file ends when its [Deadline][org.vigie.media.Deadline] passes, as DEADLINE_PASSED.
/// `Costs`, among the tests, measures the highest cost of one file.
///
/// No AWT toolkit is started, no system property is read or set, nothing touches the disk except
/// the native library, which is unpacked once to the JavaCPP cache.
@NullMarked
package org.vigie.media;

import org.jspecify.annotations.NullMarked;

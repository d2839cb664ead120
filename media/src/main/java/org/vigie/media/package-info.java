/// Media bytes in, luma planes out.
///
/// One interface, [LumaSource][org.vigie.media.LumaSource]: bytes →
/// [DecodeOutcome][org.vigie.media.DecodeOutcome], which is either a decoded picture or the cause
/// why there is none. Never an exception for what a stranger sent, never a guess.
///
/// The way of a picture: the header is read first, by our own few lines, which name the format and
/// the size without allocating anything; a picture larger than the cap ends there. Then the decoder
/// for its format reads it.
@NullMarked
package org.vigie.media;

import org.jspecify.annotations.NullMarked;

/// Makes small grey renditions of sealed pictures, which are what leaves behind a veil.
///
/// ```text
/// bytes ─ LumaSource ─► LumaPlane ─ GreyRendition ─► a few hundred samples ─ GreyPng ─► bytes
/// ```
@NullMarked
package org.vigie.server.evidence.veil;

import org.jspecify.annotations.NullMarked;

/// Makes the small grey renditions of sealed pictures that people see behind a veil.
///
/// ```text
/// bytes ─ LumaSource ─► LumaPlane ─ GreyRendition ─► a few hundred samples ─ GreyPng ─► bytes
/// ```
@NullMarked
package org.vigie.server.evidence.veil;

import org.jspecify.annotations.NullMarked;

/// The words that Vigie and a messenger share: which messenger, which account, room or message,
/// and on which kind of surface.
///
/// JDK only. A [Subject][org.vigie.connector.Subject] names content in one messenger; everything
/// that judges or acts on content names it this way.
@NullMarked
package org.vigie.connector;

import org.jspecify.annotations.NullMarked;

/// The words that Vigie and a messenger share, and the requests of Vigie to a messenger.
///
/// JDK only. A [Subject][org.vigie.connector.Subject] names content in one messenger; everything
/// that judges or acts on content names it this way. A [Connector][org.vigie.connector.Connector]
/// carries out the measures of decisions in a messenger, and undoes them.
@NullMarked
package org.vigie.connector;

import org.jspecify.annotations.NullMarked;

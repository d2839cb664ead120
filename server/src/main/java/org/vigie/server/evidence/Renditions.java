package org.vigie.server.evidence;

import java.io.IOException;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;

/// Makes the veiled renditions of sealed objects that people see before they ask for the original.
/// Threads: any.
public interface Renditions {
  /// The greatest strength of a veil.
  int STRONGEST = 4;

  /// Returns a rendition of an object. That it was shown is recorded before this returns, unless
  /// the rendition is blank because the object was not opened: it is no picture, or there was no
  /// memory for it.
  ///
  /// @param strength of the veil, 1 to [#STRONGEST]
  Rendition of(Caller caller, EvidenceObject object, Grant grant, int strength) throws IOException;
}

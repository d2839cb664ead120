package org.vigie.fingerprint;

/// A signal that matches only its equal, as a digest does.
public non-sealed interface ExactSignal extends Signal {}

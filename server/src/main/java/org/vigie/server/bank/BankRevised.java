package org.vigie.server.bank;

/// Banks have changed.
///
/// @param revision the number of the change
/// @param grown whether content that did not match before can match now
public record BankRevised(BankRevision revision, boolean grown) {}

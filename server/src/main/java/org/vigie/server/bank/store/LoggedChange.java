package org.vigie.server.bank.store;

import java.util.UUID;

/// A change with its place in the log.
///
/// @param mark random: tells a revision of this database from one of a copy that diverged
public record LoggedChange(long revision, UUID mark, Change change) {}

package org.vigie.server.bank.store;

import java.util.UUID;

/// A change with its place in the log.
///
/// @param mark random; distinguishes a revision of this database from one of a diverged copy
public record LoggedChange(long revision, UUID mark, Change change) {}

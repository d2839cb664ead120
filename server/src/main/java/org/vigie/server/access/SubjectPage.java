package org.vigie.server.access;

/// Where a subject of the ledger is shown.
///
/// @param path of the page
/// @param permission what opening it takes
public record SubjectPage(String path, Permission permission) {}

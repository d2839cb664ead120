package org.vigie.server.access;

/// The page of a subject of the ledger.
///
/// @param path of the page
/// @param permission needed to open it
public record SubjectPage(String path, Permission permission) {}

package org.vigie.server.policy;

/// Numbers the revisions of the catalogue, from 1.
public record PolicyRevision(int number) {}

package org.vigie.server.bank.file;

/// Identifies an import over all banks, from 1.
public record ImportId(long value) {}

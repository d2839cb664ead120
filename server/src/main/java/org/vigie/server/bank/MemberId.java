package org.vigie.server.bank;

/// Identifies a member over all banks, from 1; never used again.
public record MemberId(long value) {}

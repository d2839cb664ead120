package org.vigie.server.bank;

/// Identifies a bank, from 1 to 8,191; never used again.
public record BankId(int value) {}

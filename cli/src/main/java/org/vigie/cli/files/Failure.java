package org.vigie.cli.files;

/// Why a file is without the answer that was asked for.
///
/// @param detail one English clause for people, without content of the file
public record Failure(Cause cause, String detail) {}

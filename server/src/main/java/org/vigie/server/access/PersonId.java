package org.vigie.server.access;

import java.util.UUID;

/// Identifies a person.
public record PersonId(UUID value) {}

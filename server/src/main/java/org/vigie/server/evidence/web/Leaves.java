package org.vigie.server.evidence.web;

import org.vigie.server.access.Grants;
import org.vigie.server.evidence.Destructions;

/// What two people agree to: that one opens evidence, or that it is destroyed.
public record Leaves(Grants grants, Destructions destructions) {}

/// Holds the revisions in the schema `policy`: one table, append-only.
@NullMarked
package org.vigie.server.policy.store;

import org.jspecify.annotations.NullMarked;

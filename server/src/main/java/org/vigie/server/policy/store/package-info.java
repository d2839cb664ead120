/// Holds the revisions in the schema `policy`: one table, append-only. Used by the rooms
/// `revising` and `web`.
@NullMarked
package org.vigie.server.policy.store;

import org.jspecify.annotations.NullMarked;

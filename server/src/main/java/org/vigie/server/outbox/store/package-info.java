/// The effects in PostgreSQL, in the schema `outbox`.
///
/// Invariant: only the holder of a lease ends or delays an attempt. Used by `delivering` and
/// `deadletters`.
@NullMarked
package org.vigie.server.outbox.store;

import org.jspecify.annotations.NullMarked;

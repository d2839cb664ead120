/// Makes, hashes, seals and compares passwords, codes of authenticator apps and other secrets.
///
/// Invariant: reads and writes no database, and no type prints a secret. Used by the rooms `store`,
/// `keys`, `signin` and `web`.
@NullMarked
package org.vigie.server.access.secrets;

import org.jspecify.annotations.NullMarked;

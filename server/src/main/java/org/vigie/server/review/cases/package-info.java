/// The values of a case, the check who may see and decide it, and shared parts of the module's
/// rooms.
///
/// Invariant: only [CaseAccess] decides who may see or decide a case. All rooms of the module use
/// this one; it uses none of them but `store`.
@NullMarked
package org.vigie.server.review.cases;

import org.jspecify.annotations.NullMarked;

/// The values of a case, who may see and decide it, and what the rooms of the module share.
///
/// Invariant: [CaseAccess] alone says who may see or decide a case. All rooms of the module use
/// this one; it uses none of them but `store`.
@NullMarked
package org.vigie.server.review.cases;

import org.jspecify.annotations.NullMarked;

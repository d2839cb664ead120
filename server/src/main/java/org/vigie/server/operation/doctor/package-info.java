/// What `./vigie doctor` looks at: each check is a class of its own, says what it found and, if
/// anything is amiss, how to mend it. Checks change nothing.
@NullMarked
package org.vigie.server.operation.doctor;

import org.jspecify.annotations.NullMarked;

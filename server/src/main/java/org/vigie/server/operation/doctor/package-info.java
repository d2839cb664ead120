/// The checks of `./vigie doctor`: each is a class of its own, which reports its finding and, if
/// there is a fault, the remedy. Checks change nothing.
@NullMarked
package org.vigie.server.operation.doctor;

import org.jspecify.annotations.NullMarked;

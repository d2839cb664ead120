/// Tests of doctor.
@NullMarked
package org.vigie.server.operation.doctor;

import org.jspecify.annotations.NullMarked;

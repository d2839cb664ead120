/// Benchmarks: the cost of Vigie's libraries on this machine, beside a reference.
///
/// Each line that is printed is a JSON object with the figures of one measurement. Figures compare
/// only within one run: quote ratios. A measurement that is fast because it is wrong is worth
/// nothing, so answers are checked in the same run.
@NullMarked
package org.vigie.bench;

import org.jspecify.annotations.NullMarked;

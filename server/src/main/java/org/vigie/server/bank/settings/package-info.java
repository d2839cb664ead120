/// The settings of the banks.
@NullMarked
package org.vigie.server.bank.settings;

import org.jspecify.annotations.NullMarked;

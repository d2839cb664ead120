/// The commands of the operator, with their options and their help.
@NullMarked
package org.vigie.server.operation.command;

import org.jspecify.annotations.NullMarked;

/// Tests of the whole server, and what all server tests need.
@NullMarked
package org.vigie.server;

import org.jspecify.annotations.NullMarked;

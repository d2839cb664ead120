/// Tests of the calls and pages of banks.
@NullMarked
package org.vigie.server.bank.web;

import org.jspecify.annotations.NullMarked;

/// The pages of the vault.
@NullMarked
package org.vigie.server.evidence.web;

import org.jspecify.annotations.NullMarked;

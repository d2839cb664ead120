/// HMA's words: its types of content and signals, and its errors.
///
/// Used by every other room of the module.
@NullMarked
package org.vigie.server.hma.vocabulary;

import org.jspecify.annotations.NullMarked;

/// The API document in words: the texts of `api/document.yaml` about calls and fields.
@NullMarked
package org.vigie.server.frame.document;

import org.jspecify.annotations.NullMarked;

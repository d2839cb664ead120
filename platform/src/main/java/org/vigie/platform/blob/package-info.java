/// Blobs: bytes of any length that are named by their own SHA-256 and never change.
///
/// ```
/// <data>/blobs/              0700
///   ab/cd/abcd…              0600, one file a blob, named by its address    (FolderBlobs)
///   .unfinished-…            what a put is writing, or left when its process was killed
/// ```
///
/// Plain JDK: no framework, nothing logged. Whoever stores what nobody may read seals it first.
@NullMarked
package org.vigie.platform.blob;

import org.jspecify.annotations.NullMarked;

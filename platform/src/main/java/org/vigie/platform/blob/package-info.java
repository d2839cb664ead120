/// Blobs: bytes of any length that are named by their own SHA-256 and never change.
///
/// ```
/// <data>/blobs/              0700
///   ab/cd/abcd…              0600, one file a blob, named by its address    (FolderBlobs)
///   .unfinished-…            being written by a put, or left when its process was killed
///
/// s3://<bucket>/<prefix>     the same names, an object a blob; a put writes to
///   ab/cd/abcd…              the folder above until it is complete                  (S3Blobs)
/// ```
///
/// No framework, nothing logged. An address finds the same blob in either: copying all files of the
/// folder into the bucket moves a store. Callers must seal confidential content first.
@NullMarked
package org.vigie.platform.blob;

import org.jspecify.annotations.NullMarked;

/// Blobs: bytes of any length that are named by their own SHA-256 and never change.
///
/// ```
/// <data>/blobs/              0700
///   ab/cd/abcd…              0600, one file a blob, named by its address    (FolderBlobs)
///   .unfinished-…            what a put is writing, or left when its process was killed
///
/// s3://<bucket>/<prefix>     the same names, an object a blob; what a put is writing stands in
///   ab/cd/abcd…              the folder above until all of it is there              (S3Blobs)
/// ```
///
/// No framework, nothing logged. Whoever knows an address finds the same blob in either: copying
/// all files of the folder into the bucket moves a store. Whoever stores what nobody may read
/// seals it first.
@NullMarked
package org.vigie.platform.blob;

import org.jspecify.annotations.NullMarked;

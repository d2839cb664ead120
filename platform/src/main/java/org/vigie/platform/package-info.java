/// The foundation of a Vigie process: its data directory, its keys, its blobs, its database.
///
/// One folder holds everything that one installation must not lose. The layout, which is version
/// 1:
///
/// ```
/// <data>/                    0700, or 0711 where PostgreSQL runs as another user
///   VERSION                  the layout's number in decimal; a later one is refused   (Layout)
///   DEMO                     only in a demonstration: everything here is made up
///   TOWN-UNFINISHED          only while a demonstration is being made, or after that broke off
///   vigie.lock               locked while a process uses the directory; holds its process id
///   keys/                    0700
///     <name>.key             0600, one 256-bit secret as 64 hex digits     (KeyRing)
///   postgres/                0700, owned by the user that PostgreSQL runs as
///     data/                  PostgreSQL's own; appears whole or not at all (postgres.Cluster)
///     socket/                the Unix socket, where the path is short enough
///   binaries/                PostgreSQL's programs, where the user has no cache; can be deleted
///   .restoring/              while a backup is restored; without VERSION the folder is unusable
///   blobs/                   0700, sealed evidence, one file an object   (blob.FolderBlobs)
///   index/                   0700, snapshots of the signal index
///   logs/                    0700
///     postgresql.log[.N]     PostgreSQL's output, the newest without a number
/// ```
///
/// PostgreSQL's programs are as a rule not in it but in a cache for all installations of a user,
/// see `postgres.BinaryCache`. A backup of all this is one file, see `postgres.Backup`; `index/`
/// and `logs/` are not in it.
///
/// Everything here is plain JDK: no framework, nothing logged, no process exit. Every fault of the
/// machine is an exception whose message is one sentence for the operator.
@NullMarked
package org.vigie.platform;

import org.jspecify.annotations.NullMarked;

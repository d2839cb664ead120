/// An embedded PostgreSQL: unpacked, initialised, started, watched and stopped by Vigie.
///
/// The steps of a start:
///
/// ```
/// BinaryCache ─► Binaries        the programs, unpacked once for each version
/// RunAs                          under which identity: PostgreSQL refuses to be root
/// Cluster                        initdb into data.new, roles and database, rename to data
/// Leftover                       a postmaster that outlived its Vigie is stopped
/// Postmaster ─► RotatingLog      the child process; its death and ours are tied together
/// EmbeddedPostgres               ready when a login with SCRAM has answered a query
/// ```
///
/// The steps of a backup and a restore:
///
/// ```
/// ClusterCopy ─► BackupWriter ─► one file, its BackupManifest last
/// BackupReader ─► a folder beside the place, every digest compared ─► rename, VERSION last
/// ```
///
/// Invariants: `fsync`, `full_page_writes` and `synchronous_commit` are on, for tests too. Only
/// 127.0.0.1 and a Unix socket listen, both with SCRAM-SHA-256. Vigie works as the role `vigie`,
/// which owns its databases and is no superuser. PostgreSQL ends with the process that started it,
/// even if that is killed. Its log holds no statement, no value and no detail of an error.
@NullMarked
package org.vigie.platform.postgres;

import org.jspecify.annotations.NullMarked;

/// What one caller can cost a server, door by door.
///
/// A [Door] is a way in and the worst that one caller does there. [DoorsBench] opens one after
/// the other on a server of its own while [Bystanders] go on with their work, and prints what
/// the caller took ([Cost]) and what the bystanders felt. Doors of strangers are in
/// [StrangersDoors], those of a key in [KeysDoors], those of a person who has signed in in
/// [PersonsDoors].
@NullMarked
package org.vigie.bench.doors;

import org.jspecify.annotations.NullMarked;

/// Measures the cost of one caller to a server, door by door.
///
/// A [Door] is an entrance and the worst attack of one caller there. [DoorsBench] attacks one after
/// the other on a server of its own while [Bystanders] work, and prints the caller's [Cost] and the
/// bystanders' times. Doors of strangers are in [StrangersDoors], those of a key in [KeysDoors],
/// those of a person who has signed in in [PersonsDoors].
@NullMarked
package org.vigie.bench.doors;

import org.jspecify.annotations.NullMarked;

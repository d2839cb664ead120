package org.vigie.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// All pictures that the people of the town have on their telephones, drawn once.
final class Album {
  private static final int WIDTH = 512;
  private static final int HEIGHT = 384;
  private static final double SMALLER = .75;

  /// The files of each picture: original, turned, smaller.
  private final Map<Integer, List<byte[]>> prints;

  private Album(Map<Integer, List<byte[]>> prints) {
    this.prints = prints;
  }

  /// Draws every picture of the town, on all cores.
  static Album draw() {
    Stream<Integer> known = Stream.of(TownBank.values()).flatMap(TownBank::seeds);
    return new Album(Stream.concat(TownPosts.HARMLESS.stream(), known)
        .parallel()
        .collect(toUnmodifiableMap(seed -> seed, Album::print)));
  }

  private static List<byte[]> print(int seed) {
    PictureFile file = PictureFile.of(new SyntheticPicture(WIDTH, HEIGHT, seed));
    return List.of(file.jpeg(), file.turned().jpeg(), file.scaled(SMALLER).jpeg());
  }

  /// Returns the original file of a picture.
  byte[] original(int seed) {
    return sent(seed, 0);
  }

  /// Returns the n-th sent copy: people turn pictures and make them smaller.
  byte[] sent(int seed, int time) {
    List<byte[]> files = prints.get(seed);
    if (files == null) {
      throw new IllegalArgumentException("there is no picture " + seed);
    }
    return files.get(time % files.size());
  }
}

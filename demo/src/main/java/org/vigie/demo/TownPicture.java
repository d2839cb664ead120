package org.vigie.demo;

import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// A picture that somebody in the town has on their telephone.
///
/// @param seed what it is made of
record TownPicture(long seed) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 192;
  private static final double SMALLER = .75;

  PictureFile file() {
    return PictureFile.of(new SyntheticPicture(WIDTH, HEIGHT, seed));
  }

  /// Returns it as it is sent for the n-th time: people turn pictures and make them smaller.
  byte[] sent(int time) {
    PictureFile file = file();
    return switch (time % 4) {
      case 1 -> file.turned().bmp();
      case 2 -> file.scaled(SMALLER).bmp();
      default -> file.bmp();
    };
  }
}

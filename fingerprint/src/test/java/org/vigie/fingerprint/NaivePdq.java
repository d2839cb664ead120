package org.vigie.fingerprint;

import java.util.Arrays;

/// PDQ written straight from `docs/formats/pdq.md`, with the whole picture in memory: the model
/// that the hasher is compared with. Shares nothing with it.
final class NaivePdq {
  private NaivePdq() {}

  static PdqFingerprint hash(LumaPlane plane) {
    int width = plane.width();
    int height = plane.height();
    if (width < 5 || height < 5) {
      return new PdqFingerprint(PdqSignal.ZERO, 0);
    }
    float[][] picture = new float[height][width];
    for (int y = 0; y < height; y++) {
      plane.readRow(y, picture[y], 0);
    }
    float[][] image = width == 64 && height == 64 ? picture : decimate(blur(blur(picture)));
    return new PdqFingerprint(threshold(frequencies(image)), quality(image));
  }

  private static float[][] blur(float[][] picture) {
    float[][] rows = Arrays.stream(picture).map(NaivePdq::box).toArray(float[][]::new);
    return transpose(Arrays.stream(transpose(rows)).map(NaivePdq::box).toArray(float[][]::new));
  }

  private static float[] box(float[] samples) {
    int window = (samples.length + 127) / 128;
    int half = (window + 2) / 2;
    float[] means = new float[samples.length];
    float sum = 0;
    int count = 0;
    for (int in = 0; in < samples.length + half - 1; in++) {
      if (in < samples.length) {
        sum = sum + samples[in];
        count++;
      }
      if (in >= window) {
        sum = sum - samples[in - window];
        count--;
      }
      if (in >= half - 1) {
        means[in - half + 1] = sum / count;
      }
    }
    return means;
  }

  private static float[][] transpose(float[][] matrix) {
    float[][] transposed = new float[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  private static float[][] decimate(float[][] picture) {
    float[][] image = new float[64][64];
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        image[i][j] = picture[(int) ((i + 0.5) * picture.length / 64)][
            (int) ((j + 0.5) * picture[0].length / 64)];
      }
    }
    return image;
  }

  private static float[][] frequencies(float[][] image) {
    float[][] table = new float[16][64];
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 64; j++) {
        table[i][j] =
            (float) ((float) Math.sqrt(2.0 / 64) * Math.cos(Math.PI / 128 * (i + 1) * (2 * j + 1)));
      }
    }
    return multiply(multiply(table, image), transpose(table));
  }

  private static float[][] multiply(float[][] left, float[][] right) {
    float[][] product = new float[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        for (int k = 0; k < right.length; k++) {
          product[i][j] = product[i][j] + left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static PdqSignal threshold(float[][] frequencies) {
    float[] sorted = new float[256];
    for (int k = 0; k < 256; k++) {
      sorted[k] = frequencies[k / 16][k % 16];
    }
    Arrays.sort(sorted);
    StringBuilder bits = new StringBuilder();
    for (int k = 255; k >= 0; k--) {
      bits.append(frequencies[k / 16][k % 16] > sorted[127] ? '1' : '0');
    }
    return PdqSignal.ofBytes(toBytes(bits));
  }

  private static byte[] toBytes(CharSequence bits) {
    byte[] bytes = new byte[32];
    for (int at = 0; at < 32; at++) {
      bytes[at] = (byte) Integer.parseInt(bits, 8 * at, 8 * at + 8, 2);
    }
    return bytes;
  }

  private static int quality(float[][] image) {
    return Math.min(100, (steps(image) + steps(transpose(image))) / 90);
  }

  private static int steps(float[][] image) {
    int sum = 0;
    for (int i = 0; i < 63; i++) {
      for (int j = 0; j < 64; j++) {
        sum += Math.abs((int) ((image[i][j] - image[i + 1][j]) * 100 / 255));
      }
    }
    return sum;
  }
}

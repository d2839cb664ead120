package org.vigie.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a whole number from 1 up.
final class AtLeastOne implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new TypeConversionException("'" + text + "' is not a whole number from 1 up");
    }
    return Integer.valueOf(text);
  }
}

package org.chancery.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port; 0 stands for any that is free. */
final class PortConverter implements ITypeConverter<Integer> {
  private static final String PORT = "\\d{1,5}";
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (!text.matches(PORT) || Integer.parseInt(text) > HIGHEST) {
      throw new TypeConversionException("'%s' is not a port, 0 to %d".formatted(text, HIGHEST));
    }
    return Integer.valueOf(text);
  }
}

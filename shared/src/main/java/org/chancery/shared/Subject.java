package org.chancery.shared;

/**
 * What an entry is about, as a path: {@code meetings/bonn-2017-us-ru}. The path is unique over all
 * concepts, so it serves as aggregate identifier and, behind {@code /api/}, as address.
 */
public record Subject(String concept, String id) {

  public static Subject parse(String path) {
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw new InvalidValue(
          RefusalCode.INVALID_ID, "'%s' names no subject".formatted(InvalidValue.excerpt(path)));
    }
    return new Subject(path.substring(0, slash), path.substring(slash + 1));
  }

  @Override
  public String toString() {
    return concept + "/" + id;
  }
}

package org.chancery.intake;

import java.util.Arrays;
import java.util.Locale;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;

/** The two offices whose travels are published. */
enum Role {
  SECRETARY("Secretary of State", "Travels of the Secretary of State"),
  PRESIDENT("President", "Travels of the President");

  private final String office;
  private final String publication;

  Role(String office, String publication) {
    this.office = office;
    this.publication = publication;
  }

  static Role coded(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    RefusalCode.INVALID_FIELDS,
                    "role '%s' is neither secretary nor president".formatted(code)));
  }

  String office() {
    return office;
  }

  String publication() {
    return publication;
  }

  /** The folder that holds its travels. */
  String folder() {
    return code() + "-travels";
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

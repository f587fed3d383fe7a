package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chancery.intake.source.OfficeOfTheHistorian;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

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

  /** True of what the travels themselves say. */
  static boolean isPublished(Source source) {
    return OfficeOfTheHistorian.PUBLISHER.equals(source.publisher())
        && Arrays.stream(values()).anyMatch(role -> role.publication.equals(source.title()));
  }

  /** A release as a whole, for what it does not say of a trip in the office. */
  static Provenance released(
      @Nullable String office, @Nullable LocalDate release, String rationale) {
    Role role =
        Arrays.stream(values())
            .filter(each -> each.office.equals(office))
            .findFirst()
            .orElseThrow();
    return new Provenance(null, rationale, List.of(role.source(release, null)));
  }

  /**
   * A release of its travels.
   *
   * @param locator a file of the release, or a place in one; null for all of it
   */
  Source source(@Nullable LocalDate release, @Nullable String locator) {
    return OfficeOfTheHistorian.source(publication, release, locator, null);
  }

  String office() {
    return office;
  }

  /** The folder that holds its travels. */
  String folder() {
    return code() + "-travels";
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

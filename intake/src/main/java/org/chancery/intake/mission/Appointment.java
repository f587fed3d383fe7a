package org.chancery.intake.mission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chancery.shared.OfficialId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <chief>} or {@code <principal>} of the source: a person in a post, turn by turn.
 *
 * @param id as the source has it; unique in most releases
 * @param role the id of the rank; null where the post itself says it
 * @param turns those that are dated, or have a note; in their order
 * @param note on the appointment as a whole; null where there is none
 * @param oddities what its record has and the format does not, in words
 * @param edited when its record was last changed, where the source says so
 * @param file relative to the source
 */
record Appointment(
    Post post,
    String id,
    OfficialId person,
    @Nullable String role,
    Map<Turn, Dated> turns,
    @Nullable String note,
    List<String> oddities,
    @Nullable LocalDate edited,
    String file,
    int line) {

  /** What becomes of an appointment, in the order in which it should. */
  enum Turn {
    APPOINTED,
    ARRIVED,
    STARTED,
    ENDED
  }

  /** When a turn was, as far as it is told; {@code ~} where the note says "on or about". */
  record Dated(EdtfDate on, @Nullable String note) {}

  /**
   * What somebody is appointed to.
   *
   * @param kind the root of its file: {@code country-mission}, {@code org-mission} or {@code
   *     principal-position}
   * @param of the id of the country, organization or position
   * @param title of the position, or of who represents in the organization
   * @param served false where the source lists it among those who did not serve
   */
  record Post(String kind, String of, String title, boolean served) {}

  @Nullable EdtfDate on(Turn turn) {
    Dated dated = turns.get(turn);
    return dated == null ? null : dated.on();
  }

  String locator() {
    return "%s, %s".formatted(file, id);
  }

  String origin() {
    return "%s, line %d, %s".formatted(file, line, id);
  }
}

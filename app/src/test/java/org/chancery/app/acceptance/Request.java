package org.chancery.app.acceptance;

import java.time.LocalDate;

/**
 * A command as it is sent.
 *
 * @param key its Idempotency-Key
 * @param fields JSON members, without braces
 */
record Request(String key, String command, String fields) {
  private static final String PROVENANCE =
      "\"provenance\":{\"sources\":[{\"title\":\"Diary of protocol\",\"publisher\":\"Chancery\"}]}";

  static Request party(String id, String code) {
    return new Request(
        "party-" + id,
        "RegisterParty",
        "\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\",\"codes\":[\"%s\"]"
            .formatted(id, id, code));
  }

  /** What is compared with nothing else when it is recorded. */
  static Request official(String id) {
    return new Request(
        "official-" + id,
        "RegisterOfficial",
        "\"official\":\"%1$s\",\"name\":\"%1$s\"".formatted(id));
  }

  static Request meeting(String id) {
    return new Request(
        "scheduled-" + id,
        "ScheduleMeeting",
        """
        "meeting":"%1$s","format":"bilateral","parties":["united-states","russia"],\
        "place":{"country":"germany","locality":"Bonn"},"scheduledFor":"%2$s",\
        "topics":["%1$s"]\
        """
            .formatted(id, day(id)));
  }

  /** Some day of a century: each meeting is compared with all others of its day. */
  private static LocalDate day(String meeting) {
    return LocalDate.EPOCH.plusDays(Math.floorMod(meeting.hashCode(), 36_500));
  }

  static Request moved(String id) {
    return new Request(
        "moved-" + id,
        "RescheduleMeeting",
        "\"meeting\":\"%s\",\"scheduledFor\":\"%s\"".formatted(id, day(id).plusDays(1)));
  }

  static Request held(String id) {
    return new Request(
        "held-" + id,
        "RecordMeetingHeld",
        "\"meeting\":\"%s\",\"heldOn\":\"%s\"".formatted(id, day(id).plusDays(1)));
  }

  /** About a subject that all share. */
  static Request discrepancy(String id) {
    return new Request(
        "noted-" + id,
        "NoteDiscrepancy",
        """
        "parties":["russia","united-states"],"stated":"resumption","on":"1933-11-16",\
        "reason":"%s"\
        """
            .formatted(id));
  }

  String body() {
    return "{%s,%s}".formatted(fields, PROVENANCE);
  }

  String line() {
    return "{\"command\":\"%s\",\"id\":\"%s\",%s,%s}".formatted(command, key, fields, PROVENANCE);
  }
}

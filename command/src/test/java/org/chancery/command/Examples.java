package org.chancery.command;

import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** Whom the tests tell of. */
public final class Examples {
  public static final PartyId US = new PartyId("united-states");
  public static final PartyId RUSSIA = new PartyId("russia");
  public static final PartyId GERMANY = new PartyId("germany");
  public static final PartyId FRANCE = new PartyId("france");
  public static final OfficialId TILLERSON = new OfficialId("tillerson-rex-w");

  private Examples() {}

  public static EdtfDate on(String date) {
    return EdtfDate.parse(date);
  }

  public static EdtfSpan span(String dates) {
    return EdtfSpan.parse(dates);
  }
}

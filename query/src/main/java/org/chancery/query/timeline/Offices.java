package org.chancery.query.timeline;

import java.util.HashSet;
import java.util.Set;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** The offices that an official holds: each is taken up, and left before it is taken up anew. */
final class Offices implements Lifecycle<Set<String>, OfficialEvent> {

  @Override
  public Set<String> initial() {
    return Set.of();
  }

  @Override
  public @Nullable RefusalCode objection(Set<String> held, OfficialEvent event) {
    return switch (event) {
      case OfficialRegistered _, OfficeAttested _ -> null;
      case OfficialAppointed(var _, var office, var party, var _) ->
          held.contains(post(office, party)) ? RefusalCode.ALREADY_EXISTS : null;
      case AppointmentEnded(var _, var office, var party, var _) ->
          held.contains(post(office, party)) ? null : RefusalCode.OFFICE_NOT_HELD;
    };
  }

  @Override
  public Set<String> after(Set<String> held, OfficialEvent event) {
    Set<String> holds = new HashSet<>(held);
    switch (event) {
      case OfficialRegistered _, OfficeAttested _ -> {}
      case OfficialAppointed(var _, var office, var party, var _) -> holds.add(post(office, party));
      case AppointmentEnded(var _, var office, var party, var _) ->
          holds.remove(post(office, party));
    }
    return Set.copyOf(holds);
  }

  private static String post(String office, PartyId party) {
    return party + " " + TextForm.folded(office);
  }
}

package org.chancery.shared.sanction;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/**
 * Whom sanctions name: an official of the ledger, or a person known by name alone.
 *
 * @param party whose they are; sanctions against them are none against that party
 */
public record DesignatedPerson(
    @Nullable OfficialId official, @Nullable String name, @Nullable PartyId party) {

  public DesignatedPerson {
    name = Require.optionalText("name", name);
    if ((official == null) == (name == null)) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, "a person is an official or a name, one of the two");
    }
  }

  List<Reference> references() {
    Stream<Reference> known =
        official == null ? Stream.of() : Stream.of(new Reference.KnownOfficial(official));
    return Stream.concat(known, Reference.known(party).stream()).toList();
  }
}

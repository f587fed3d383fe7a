package org.chancery.shared.mission;

import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A head of mission or another member of its diplomatic staff (Vienna Convention 1961, art. 1 e):
 * an official of the ledger, or a person known by name alone.
 */
public record DiplomaticAgent(@Nullable OfficialId official, @Nullable String name) {

  public DiplomaticAgent {
    name = Require.optionalText("name", name);
    if ((official == null) == (name == null)) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS,
          official == null ? "official" : "name",
          "a diplomatic agent is an official or a name, one of the two");
    }
  }

  /** Equal of two who are taken for one person. */
  public String key() {
    return official == null ? "name " + TextForm.folded(String.valueOf(name)) : official.value();
  }

  List<Reference> references() {
    return official == null ? List.of() : List.of(new Reference.KnownOfficial(official));
  }

  @Override
  public String toString() {
    return official == null ? String.valueOf(name) : official.value();
  }
}

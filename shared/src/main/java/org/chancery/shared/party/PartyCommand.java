package org.chancery.shared.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a party. */
public sealed interface PartyCommand extends LedgerCommand {

  PartyId party();

  @Override
  default Subject subject() {
    return new Subject(PartyEvent.CONCEPT, party().value());
  }

  /**
   * Enters a party, so that others may name it.
   *
   * @param codes its ISO 3166 codes, by which it may be named too
   * @param existed when it existed; left out where that is not known
   * @param succeeds the parties whose successor it is
   */
  record RegisterParty(
      PartyId party,
      String name,
      PartyKind kind,
      List<String> codes,
      @Nullable EdtfSpan existed,
      List<PartyId> succeeds)
      implements PartyCommand, CreationCommand {

    public RegisterParty {
      name = Require.text("name", name);
      codes =
          Require.distinct(
              "codes",
              Require.texts("codes", codes).stream()
                  .map(code -> code.toUpperCase(Locale.ROOT))
                  .toList());
      succeeds = Require.distinct("succeeds", succeeds);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references = new ArrayList<>();
      references.add(new Reference.Unclaimed(party, codes));
      succeeds.forEach(predecessor -> references.add(new Reference.Known(predecessor)));
      return references;
    }
  }

  /**
   * The party goes by another name from that day on. What it was registered as is its name until
   * its first renaming.
   *
   * @param reason why, as far as a source says so
   */
  record RenameParty(PartyId party, String name, EdtfDate on, @Nullable String reason)
      implements PartyCommand {

    public RenameParty {
      name = Require.text("name", name);
      reason = Require.optionalText("reason", reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /**
   * Sources call the party so too, so it is found by these names as well. It is not called so on
   * any day of an answer.
   */
  record AddVariantNames(PartyId party, List<String> names) implements PartyCommand {

    public AddVariantNames {
      names = Require.texts("names", names);
      if (names.isEmpty()) {
        throw new InvalidValue(RefusalCode.INVALID_FIELDS, "names", "at least one name");
      }
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }
}

package org.chancery.shared.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Who says something. */
public sealed interface Speaker {

  /** For whom they speak, as far as the statement itself tells. */
  Optional<PartyId> speaksFor();

  /** The official of the ledger who speaks, where one does. */
  Optional<OfficialId> byOfficial();

  /** What is taken for granted where they spoke then. */
  default List<Reference> references(EdtfSpan when) {
    List<Reference> references = new ArrayList<>();
    byOfficial().ifPresent(who -> references.add(new Reference.KnownOfficial(who)));
    speaksFor().ifPresent(party -> references.add(new Reference.Extant(party, when)));
    return references;
  }

  /**
   * An official of the ledger.
   *
   * @param party for whom they speak; left out, it is the party that they serve on the day
   */
  record OfficialSpeaker(OfficialId official, @Nullable PartyId party) implements Speaker {

    @Override
    public Optional<PartyId> speaksFor() {
      return Optional.ofNullable(party);
    }

    @Override
    public Optional<OfficialId> byOfficial() {
      return Optional.of(official);
    }
  }

  /**
   * Known by name alone: a person, or who publishes something.
   *
   * @param party for whom they speak; null of who speaks for no party, such as a newspaper
   */
  record NamedSpeaker(String name, @Nullable PartyId party) implements Speaker {

    public NamedSpeaker {
      name = Require.text("name", name);
    }

    @Override
    public Optional<PartyId> speaksFor() {
      return Optional.ofNullable(party);
    }

    @Override
    public Optional<OfficialId> byOfficial() {
      return Optional.empty();
    }
  }

  /**
   * Whom the source does not name, who speaks for the party.
   *
   * @param role as the source describes them, such as {@code senior State Department officials}
   */
  record UnnamedSpeaker(String role, PartyId party) implements Speaker {

    public UnnamedSpeaker {
      role = Require.text("role", role);
    }

    @Override
    public Optional<PartyId> speaksFor() {
      return Optional.of(party);
    }

    @Override
    public Optional<OfficialId> byOfficial() {
      return Optional.empty();
    }
  }
}

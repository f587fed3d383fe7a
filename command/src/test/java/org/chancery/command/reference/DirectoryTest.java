package org.chancery.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final PartyId TONGA = new PartyId("tonga");

  private final Directory directory = new Directory();
  private int learnt;

  /** Codes that look, as they are read, whether the directory still knows the party. */
  private final class Watching extends AbstractList<String> {
    private final String code;

    Watching(String code) {
      this.code = code;
    }

    @Override
    public String get(int index) {
      if (learnt > 0) {
        assertThat(directory.holderOf("TO")).contains(TONGA);
        assertThat(directory.party(TONGA)).isPresent();
      }
      return code;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  private static PartyRegistered registered(List<String> codes) {
    return new PartyRegistered(TONGA, "Tonga", PartyKind.STATE, codes, null, List.of());
  }

  private void learn(LedgerEvent event) {
    directory.learn(
        List.of(
            new GenericDomainEventMessage<>(
                event.subject().concept(), event.subject().toString(), learnt, event)));
    learnt++;
  }

  @Test
  void aPartyIsKnownWhileItsRegistrationIsCorrected() {
    learn(registered(new Watching("TO")));
    PartyRegistered as = registered(new Watching("TO"));
    learn(new EntryCorrected(as.subject(), 1, 0, as, "name"));

    assertThat(directory.holderOf("TO")).contains(TONGA);
  }

  @Test
  void whatACorrectionTakesAwayIsGone() {
    learn(registered(List.of("TO", "TON")));
    PartyRegistered as = registered(List.of("TON"));
    learn(new EntryCorrected(as.subject(), 1, 0, as, "code"));

    assertThat(directory.holderOf("TO")).isEmpty();
    assertThat(directory.holderOf("TON")).contains(TONGA);
  }

  @Test
  void whatIsRetractedIsGone() {
    learn(registered(List.of("TO")));
    learn(new EntryRetracted(registered(List.of()).subject(), 1, 0, "none"));

    assertThat(directory.holderOf("TO")).isEqualTo(Optional.empty());
    assertThat(directory.party(TONGA)).isEmpty();
  }
}

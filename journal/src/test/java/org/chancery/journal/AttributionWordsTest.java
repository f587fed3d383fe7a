package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributionWordsTest {

  @Test
  void anAuthorityIsKnownHoweverManyThereAre() throws Exception {
    try (JournalParts parts = TestJournal.inMemory()) {
      AttributionWords words = new AttributionWords(parts, 2);
      for (String authority : new String[] {"a", "b", "c", "d"}) {
        parts.engine().appendEvents(TestJournal.by(onAuthorityOf(authority), authority));
      }

      assertThat(words.authorities(4).all("d"::equals)).containsExactly("d");
      assertThat(words.authorities(3).all("d"::equals)).isEmpty();
      assertThat(words.authorities(4).some()).hasSize(2);
      assertThat(words.principals(4).all(_ -> true)).containsExactly("tester");
    }
  }

  @Test
  void theWordsOfEntriesThatTheJournalHasLostAreForgotten() throws Exception {
    try (JournalParts parts = TestJournal.inMemory()) {
      AttributionWords words = new AttributionWords(parts);
      parts.engine().appendEvents(TestJournal.by(onAuthorityOf("kept"), "m1"));
      Head.Point kept = parts.journal().head().point();
      parts.engine().appendEvents(TestJournal.by(onAuthorityOf("lost"), "m2"));
      assertThat(words.authorities(2).some()).containsExactly("kept", "lost");

      parts.journal().head().goBack(kept);

      assertThat(words.authorities(2).some()).containsExactly("kept");
    }
  }

  private static Attribution onAuthorityOf(String authority) {
    Attribution by = TestJournal.attribution("of " + authority);
    return new Attribution(
        by.commandId(),
        by.command(),
        by.digest(),
        by.recordedBy(),
        authority,
        by.rationale(),
        by.sources(),
        by.correlation(),
        by.causation());
  }
}

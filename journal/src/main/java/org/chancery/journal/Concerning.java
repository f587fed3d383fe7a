package org.chancery.journal;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.journal.FindingAid.Piece;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entries that concern a party or an official. */
public final class Concerning {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int AT_ONCE = 10_000;
  private static final int SUBJECTS = 500;

  private final JdbcClient jdbc;
  private final Journal journal;

  public Concerning(JournalParts parts) {
    this.jdbc = JdbcClient.create(parts.beside().source());
    this.journal = parts.journal();
  }

  /**
   * Tells the subjects of which some entry names the id as a value, by the first that does, as long
   * as they are taken.
   */
  public void subjects(String id, Predicate<String> taker) {
    Set<String> told = new LinkedHashSet<>();
    naming(id, Long.MAX_VALUE, subject -> !told.add(subject) || taker.test(subject));
  }

  /**
   * The positions, up to a last one, of all entries on subjects of which some entry names each id
   * as a value: whoever asks for a party's meeting wants its cancellation too, which names nobody.
   */
  public BitSet positions(List<String> ids, long last) {
    Set<String> subjects = null;
    for (String id : ids) {
      Set<String> naming = new LinkedHashSet<>();
      naming(
          id,
          last,
          subject -> {
            naming.add(subject);
            return true;
          });
      if (subjects == null) {
        subjects = naming;
      } else {
        subjects.retainAll(naming);
      }
    }
    return ofSubjects(subjects == null ? List.of() : List.copyOf(subjects), last);
  }

  private void naming(String id, long last, Predicate<String> taker) {
    if (ID.matcher(id).matches()) {
      journal
          .findingAid()
          .ascending(
              Marks.naming(id), 0, last, piece -> naming(id, piece).stream().allMatch(taker));
    }
  }

  private List<String> naming(String id, Piece piece) {
    return piece
        .asking(
            jdbc, "select subject", " and payload like :id group by subject order by min(position)")
        .param("id", "%\"" + id + "\"%")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private BitSet ofSubjects(List<String> subjects, long last) {
    BitSet positions = new BitSet();
    RowCallbackHandler keep = row -> positions.set(Math.toIntExact(row.getLong(1)));
    for (int from = 0; from < subjects.size(); from += SUBJECTS) {
      jdbc.sql("select position from entry where subject in (:subjects) and position <= :last")
          .param("subjects", subjects.subList(from, Math.min(subjects.size(), from + SUBJECTS)))
          .param("last", last)
          .withFetchSize(AT_ONCE)
          .query(keep);
    }
    return positions;
  }
}

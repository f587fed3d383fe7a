package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.Selection;
import org.chancery.shared.relationship.Pair;
import org.jspecify.annotations.Nullable;

/** The history of two parties as a list: whole where no limit is asked for. */
record Segments(Pair pair, List<Segment> all, AsOf asOf) {

  Page<Segment> page(ListParameters list) {
    Selection asked = list.selecting(false);
    List<Segment> kept = all.stream().filter(segment -> overlaps(segment, asked)).toList();
    int begin = Math.min(kept.size(), begin(asked));
    int most = list.limit() == null ? kept.size() : asked.limit();
    int end = Math.min(kept.size(), begin + most);
    String next = end < kept.size() ? at(end, asked).text() : null;
    return new Page<>(kept.subList(begin, end), kept.size(), next, asOf);
  }

  private static boolean overlaps(Segment segment, Selection asked) {
    return isUpTo(segment.from(), asked.to())
        && (asked.from() == null || segment.to() == null || segment.to().isAfter(asked.from()));
  }

  private static boolean isUpTo(@Nullable LocalDate begin, @Nullable LocalDate last) {
    return begin == null || last == null || !begin.isAfter(last);
  }

  private int begin(Selection asked) {
    Cursor after = asked.after();
    if (after == null) {
      return 0;
    }
    String place = after.in(fingerprint(asked)).order();
    if (!place.matches("\\d{1,6}")) {
      throw Cursor.invalid("the cursor is not one that this ledger gave");
    }
    return Integer.parseInt(place);
  }

  private Cursor at(int place, Selection asked) {
    String subject = pair.subject().toString();
    return new Cursor(asOf, false, fingerprint(asked), Integer.toString(place), subject);
  }

  private String fingerprint(Selection asked) {
    return Cursor.fingerprint("history", pair.subject(), asked.from(), asked.to());
  }
}

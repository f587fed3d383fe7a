package org.chancery.query.account;

import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.shared.ProblemCode;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.text.TextForm;

/** Whose account is asked for: a publisher's, or that of an entry, by its position. */
record Teller(String asked) {

  boolean gave(Entry entry) {
    return isPosition()
        ? entry.position() == Long.parseLong(asked)
        : publishers(entry).anyMatch(each -> TextForm.areAlike(each, asked));
  }

  static Stream<String> publishers(Entry entry) {
    return entry.attribution().documents().stream().map(Source::publisher).filter(Objects::nonNull);
  }

  ProblemCode unknown() {
    return isPosition() ? RefusalCode.UNKNOWN_ENTRY : RequestCode.UNKNOWN_NAME;
  }

  private boolean isPosition() {
    return asked.matches("\\d{1,18}");
  }
}

package org.chancery.query.entry;

import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which entry superseded another: by the read model or, while it is behind, by the journal. */
@Component
final class Supersessions {
  private final ReadModel<Superseded> superseded;
  private final ReadModels models;
  private final SubjectHistory histories;

  Supersessions(ReadModel<Superseded> superseded, ReadModels models, SubjectHistory histories) {
    this.superseded = superseded;
    this.models = models;
    this.histories = histories;
  }

  /** The position of what superseded the entry by then, or null. */
  @Nullable Long of(long entry, String subject, AsOf asOf) {
    return models.position() >= asOf.position() ? kept(entry, asOf) : told(entry, subject, asOf);
  }

  private @Nullable Long kept(long entry, AsOf asOf) {
    return superseded.at(Superseded.subject(entry), asOf).map(Superseded::by).orElse(null);
  }

  private @Nullable Long told(long entry, String subject, AsOf asOf) {
    try {
      List<Recorded<LedgerEvent>> entries = histories.before(subject, asOf.position() + 1);
      return Recorded.amended(LedgerEvent.class, entries).superseded().get(entry);
    } catch (SerializationException illegible) {
      return kept(entry, asOf); // as far as the read model could take it in
    }
  }
}

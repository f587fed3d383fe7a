package org.chancery.readmodel;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.query.catalog.ReadModelCatalog;

/** All projections of the ledger, without what follows the journal into them. */
final class TestProjections {

  private TestProjections() {}

  static List<Projection<?, ?>> on(DataSource views, EventStorageEngine engine) {
    return ReadModels.projections(views, ReadModelCatalog.ALL, SubjectHistory.in(engine));
  }
}

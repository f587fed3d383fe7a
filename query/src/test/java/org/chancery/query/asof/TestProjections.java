package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All projections of the ledger, without what follows the journal into them. */
final class TestProjections {

  private TestProjections() {}

  static List<Projection<?, ?>> on(DataSource views, EventStorageEngine engine) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(ViewsSchema.class, () -> ViewsSchema.in(views));
      context.registerBean(Histories.class, () -> new JournalHistories(engine));
      var concepts = new ClassPathScanningCandidateComponentProvider(false);
      concepts.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
      for (BeanDefinition concept : concepts.findCandidateComponents("org.chancery.query")) {
        String name = String.valueOf(concept.getBeanClassName());
        if (name.endsWith("Projection")) {
          context.registerBeanDefinition(name, concept);
        }
      }
      context.refresh();
      List<Projection<?, ?>> projections = new ArrayList<>();
      for (String name : context.getBeanNamesForType(Projection.class)) {
        projections.add((Projection<?, ?>) context.getBean(name));
      }
      return projections;
    }
  }
}

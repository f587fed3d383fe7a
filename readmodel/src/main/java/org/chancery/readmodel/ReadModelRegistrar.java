package org.chancery.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStorageEngine;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes the beans of all read models: each a {@code ReadModel<V>} of its view, and what follows the
 * journal into them and rebuilds them, in the database of the bean {@code views}.
 */
public class ReadModelRegistrar implements BeanRegistrar {
  private final List<ReadModelSpec<?, ?>> specs;
  private final Predicate<Environment> kept;

  /**
   * @param kept false in a process that keeps none: the beans are there, and nothing follows
   */
  protected ReadModelRegistrar(List<ReadModelSpec<?, ?>> specs, Predicate<Environment> kept) {
    this.specs = specs;
    this.kept = kept;
  }

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    registry.registerBean(
        "subjectHistory",
        SubjectHistory.class,
        bean -> bean.supplier(its -> SubjectHistory.in(its.bean(EventStorageEngine.class))));
    registry.registerBean(
        "readModels",
        ReadModels.class,
        bean ->
            bean.supplier(
                its ->
                    ReadModels.in(
                        its.bean("views", DataSource.class),
                        its.bean(PlatformTransactionManager.class),
                        specs,
                        its.bean(SubjectHistory.class),
                        kept.test(environment))));
    specs.forEach(spec -> register(registry, spec));
    registerFollowers(registry);
  }

  private static void registerFollowers(BeanRegistry registry) {
    registry.registerBean(
        "projector",
        Projector.class,
        bean ->
            bean.supplier(
                its ->
                    new Projector(
                        its.bean(Journal.class),
                        its.bean(JournalStorageEngine.class),
                        its.bean(ReadModels.class),
                        its.bean(MeterRegistry.class))));
    registry.registerBean(
        "replays",
        Replays.class,
        bean ->
            bean.supplier(
                its ->
                    new Replays(
                        its.bean(ReadModels.class),
                        its.bean(Projector.class),
                        its.bean("views", DataSource.class))));
  }

  private static <V> void register(BeanRegistry registry, ReadModelSpec<?, V> spec) {
    ResolvableType type = ResolvableType.forClassWithGenerics(ReadModel.class, spec.view());
    registry.registerBean(
        spec.name() + "Model",
        ParameterizedTypeReference.<ReadModel<V>>forType(type.getType()),
        bean -> bean.supplier(its -> its.bean(ReadModels.class).of(spec)));
  }
}

package org.chancery.query.account;

import java.util.List;
import java.util.Optional;
import org.chancery.query.Answer;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;

/** Which account of each fact one question follows. */
public interface Following {

  /** That which is preferred. */
  static Following preferred(AsOf asOf) {
    return new Preferred(asOf);
  }

  AsOf asOf();

  /** What is held of a subject on the day. */
  <V> Optional<V> at(ReadModel<V> model, Subject subject);

  /** The stretches of a subject's valid time, in order. */
  <V> List<Stretched<V>> history(ReadModel<V> model, Subject subject);

  /** The same of all subjects of a concept that have the attributes at some time. */
  <V extends OfSubject> List<Stretched<V>> histories(
      ReadModel<V> model, String concept, Selection selection);

  /** Those of them that have the attributes on the day. */
  <V extends OfSubject> List<V> on(ReadModel<V> model, String concept, Selection selection);

  /**
   * The answer, with the accounts that differ; fails where it rests on nothing that the source
   * tells.
   */
  <V extends OfSubject> Answer<V> answer(V view);

  /** Fails likewise. */
  void require();

  /** As answers read where nobody is asked for. */
  record Preferred(AsOf asOf) implements Following {

    @Override
    public <V> Optional<V> at(ReadModel<V> model, Subject subject) {
      return model.at(subject.toString(), asOf);
    }

    @Override
    public <V> List<Stretched<V>> history(ReadModel<V> model, Subject subject) {
      return model.history(subject.toString(), asOf.position());
    }

    @Override
    public <V extends OfSubject> List<Stretched<V>> histories(
        ReadModel<V> model, String concept, Selection selection) {
      return model.histories(selection, asOf);
    }

    @Override
    public <V extends OfSubject> List<V> on(
        ReadModel<V> model, String concept, Selection selection) {
      return model.some(selection.on(), asOf);
    }

    @Override
    public <V extends OfSubject> Answer<V> answer(V view) {
      return new Answer<>(view, asOf);
    }

    @Override
    public void require() {}
  }
}

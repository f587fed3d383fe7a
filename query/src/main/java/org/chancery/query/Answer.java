package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.ProblemException;
import org.chancery.shared.Subject;

/**
 * One answer, the point in both times as of which it holds, and who it speaks of.
 *
 * @param accounts the facts that it rests on of which accounts differ
 * @param causes the entries that it tells as causes, and what became of them
 */
public record Answer<V>(
    @JsonUnwrapped V view, List<Disputed> accounts, List<ToldCause> causes, AsOf asOf, Names names)
    implements AsOfAnswer {

  public Answer(V view, AsOf asOf) {
    this(view, List.of(), List.of(), asOf, Names.NONE);
  }

  /** What is held of a subject; 404 as UNKNOWN_SUBJECT, with the nearest, where nothing is. */
  public static <V> Answer<V> of(ReadModel<V> model, String what, Subject subject, AsOf asOf) {
    return new Answer<>(
        model.at(subject.toString(), asOf).orElseThrow(() -> none(model, what, subject, asOf)),
        asOf);
  }

  /** 404 UNKNOWN_SUBJECT, with the nearest. */
  public static ProblemException none(ReadModel<?> model, String what, Subject subject, AsOf asOf) {
    List<String> near = model.near(subject.concept(), subject.id(), asOf);
    return Unknown.subject(what, subject.id(), asOf, near);
  }

  @Override
  public Answer<V> lacking(List<Long> entries) {
    return new Answer<>(view, accounts, causes, asOf.lacking(entries), names);
  }

  @Override
  public Answer<V> naming(Names cited) {
    return new Answer<>(view, accounts, causes, asOf, cited);
  }

  /** The same with the facts of which accounts differ. */
  public Answer<V> telling(List<Disputed> differing) {
    return new Answer<>(view, differing, causes, asOf, names);
  }

  /** The same with the entries that it tells as causes. */
  public Answer<V> because(List<ToldCause> told) {
    return new Answer<>(view, accounts, told, asOf, names);
  }
}

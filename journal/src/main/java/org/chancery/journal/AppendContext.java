package org.chancery.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a unit of work and the append that ends it say to each other. A unit of work without one
 * appends as the journal does by itself.
 */
public final class AppendContext {
  private static final String KEY = AppendContext.class.getName();

  private final boolean appends;
  private final Set<String> empty;
  private final Runnable queued;
  private Fence fence = Fence.NONE;
  private List<Entry> appended = List.of();

  private AppendContext(boolean appends, Collection<String> empty, Runnable queued) {
    this.appends = appends;
    this.empty = new HashSet<>(empty);
    this.queued = queued;
  }

  /**
   * An append.
   *
   * @param empty subjects that have no entries, so that nobody looks for any. Should one have got
   *     some meanwhile, the append fails, for its first version is taken
   * @param queued runs when it is decided what is appended, and whatever is appended from then on
   *     comes after that, though it is not on the disk yet
   */
  public static AppendContext appending(Collection<String> empty, Runnable queued) {
    return new AppendContext(true, empty, queued);
  }

  /** Decides and appends nothing: what would append fails as {@link NotAppendedException}. */
  public static AppendContext rehearsing() {
    return new AppendContext(false, Set.of(), () -> {});
  }

  /**
   * Appends only if no entry on a subject of the {@link Registry} has come after this position.
   * Fails as {@link RegistryMovedException} else.
   */
  public AppendContext learnt(long position) {
    fence = fence.learnt(position);
    return this;
  }

  /**
   * Has the current unit of work append only if no entry has come after this position on a subject
   * that names the id.
   */
  public static void requireUnnamed(String id, long position) {
    current().ifPresent(context -> context.fence = context.fence.unnamed(id, position));
  }

  Fence fence() {
    return fence;
  }

  /** Makes this the context of whatever the unit of work appends. */
  public void attachTo(UnitOfWork<?> work) {
    work.root().resources().put(KEY, this);
  }

  /** The context of the current unit of work. */
  static Optional<AppendContext> current() {
    return CurrentUnitOfWork.map(work -> work.root().<AppendContext>getResource(KEY));
  }

  /** What was appended; empty until the unit of work is committed. */
  public List<Entry> appended() {
    return appended;
  }

  /** True once for each subject without entries: from then on some may wait to be appended. */
  boolean passEmpty(String subject) {
    return empty.remove(subject);
  }

  boolean appends() {
    return appends;
  }

  Runnable queued() {
    return queued;
  }

  void haveAppended(List<Entry> entries) {
    appended = entries;
  }
}

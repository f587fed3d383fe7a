package org.chancery.shared.relationship;

import org.jspecify.annotations.Nullable;

/**
 * How two parties stand to each other on a day.
 *
 * @param level of representation; null where none is recorded
 */
public record RelationsState(DiplomaticRelations relations, @Nullable Representation level) {

  RelationsState with(DiplomaticRelations changed) {
    return new RelationsState(changed, level);
  }

  RelationsState with(Representation changed) {
    return new RelationsState(relations, changed);
  }
}

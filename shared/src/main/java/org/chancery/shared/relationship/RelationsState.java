package org.chancery.shared.relationship;

/** How two parties stand to each other on a day. */
public record RelationsState(DiplomaticRelations relations, Representation level) {

  RelationsState with(DiplomaticRelations changed) {
    return new RelationsState(changed, level);
  }

  RelationsState with(Representation changed) {
    return new RelationsState(relations, changed);
  }
}

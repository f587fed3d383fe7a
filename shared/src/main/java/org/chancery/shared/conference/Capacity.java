package org.chancery.shared.conference;

/** As what a party takes part. */
public enum Capacity {
  MEMBER,
  GUEST,
  OBSERVER
}

package org.chancery.command.official;

/** Whether an official is in an office. */
enum Tenure {
  OUT_OF_OFFICE,
  IN_OFFICE
}

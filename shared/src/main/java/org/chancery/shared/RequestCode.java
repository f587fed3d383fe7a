package org.chancery.shared;

/** Why a request was not answered, where the reason is the request or the state of the ledger. */
public enum RequestCode implements ProblemCode {
  BROKEN_OFF(
      400,
      "the last answer of a bulk whose lines broke off in that line; what is answered "
          + "above it stands, the rest is not entered"),
  INVALID_CURSOR(
      400,
      "not a cursor that this ledger gave; or one of another list, of other filters or of "
          + "another as-of"),
  INVALID_IF_MATCH(400, "`If-Match` is neither `*` nor a list of quoted tags"),
  UNREADABLE(400, "the body is not a JSON object, or the request cannot be read"),
  UNAUTHENTICATED(401, "a token is needed, or it is not known"),
  NOT_ALLOWED(403, "this principal reads, and does not record"),
  NOT_FOUND(404, "there is nothing at this address; no such tile, or no seal here"),
  UNKNOWN_COMMAND(404, "there is no such command"),
  METHOD_NOT_ALLOWED(405, "not by this method"),
  NOT_ACCEPTABLE(406, "not in a form that the client accepts"),
  REQUEST_TIMEOUT(408, "the body did not come in time"),
  COPY_RUNNING(409, "a copy of the databases is being made already"),
  ENTRY_ILLEGIBLE(
      409,
      "this version of the ledger cannot read an entry of the subject, or of one that the "
          + "command names; `entries` says which. Another version may, so nothing is decided"),
  IDEMPOTENCY_MISMATCH(409, "the key was used for another command"),
  NOT_AS_SEALED(409, "the entry is not the one that was sealed"),
  REPLAY_RUNNING(409, "a replay of that read model is not over yet"),
  VERSION_CONFLICT(
      412, "the subject is at none of the versions that `If-Match` names; a weak tag names none"),
  TOO_LARGE(413, "a command, or a line of a bulk, is larger than 1,000,000 bytes"),
  UNSUPPORTED_MEDIA_TYPE(415, "not a type that is read here, or another charset than UTF-8"),
  EXPECTATION_FAILED(417, "`Expect` asks for something else than `100-continue`"),
  NOT_HERE(
      421,
      "this server takes no commands, keeps no read models (`chancery.role`), or has no keys of "
          + "the log; another server of this ledger does what is asked"),
  WRONG_HOST(421, "the request names a host by which this ledger does not answer"),
  AMBIGUOUS_ACCOUNT(
      422,
      "several accounts of one fact are of the source that `accordingTo` names; `entries` has "
          + "their positions, any of which may be asked for instead"),
  AS_OF_IN_FUTURE(422, "`knownAt` lies beyond what is known"),
  HEADER_NOT_APPLICABLE(
      422, "`Idempotency-Key` or `If-Match` for a bulk; a line has its key as `id`"),
  INVALID_LIMIT(422, "`limit` is 1 to 1000"),
  INVALID_TREE_SIZE(
      422,
      "no checkpoint has that size, or it does not hold the position, or the sizes go "
          + "backward"),
  REPEATED_PARAMETER(
      422,
      "a parameter is given more than once where one value is meant; `party` and "
          + "`official` may be repeated in lists, and then all of them are meant"),
  UNKNOWN_NAME(
      422,
      "a filter asks for a place, office, field, code, principal, authority or source that "
          + "nothing on record has (at that as-of); `suggestions` has the nearest"),
  UNKNOWN_PARAMETER(
      422,
      "a request has a parameter that is not known there; `errors` names each, and those "
          + "that it knows"),
  UNKNOWN_POINT(
      422,
      "`knownAt`, `from` or `to` names a release or an import of which the journal has no entry; "
          + "`suggestions` has the nearest, and `/api/points` all"),
  UNKNOWN_READ_MODEL(422, "there is no read model of that name"),
  INTERNAL_ERROR(500, "the ledger failed; the cause is in its log"),
  NOT_IMPLEMENTED(501, "a `Transfer-Encoding` that is not read here"),
  DATABASE_UNAVAILABLE(
      503, "a database cannot be reached; no entry was begun, and the request may be sent again"),
  ISSUER_UNAVAILABLE(
      503, "the issuer of a token cannot be reached, so nobody knows whether the token is good"),
  JOURNAL_STOPPED(
      503,
      "nothing is recorded: the disk did not take or confirm a write (on H2 that passes by "
          + "itself), head and entries do not fit, confirmed entries are lost, or another "
          + "process took the journal; the detail says which, and what helps"),
  JOURNAL_UNAVAILABLE(
      503,
      "the journal did not confirm the entry, which may stand or not; the same key sent "
          + "again tells"),
  NOT_YET(503, "the read models, or the seal, have not reached that position in time"),
  TOO_MANY_STREAMS(503, "a thousand listen already, or the server stops"),
  HTTP_VERSION_NOT_SUPPORTED(505, "not HTTP/1.1 or HTTP/1.0");

  private final int status;
  private final String meaning;

  RequestCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}

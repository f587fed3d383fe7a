package org.chancery.app.telling;

import java.util.List;

/** The ledger answered with a problem (RFC 9457); the message is its detail. */
public final class NotAnsweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> suggestions;

  public NotAnsweredException(int status, String code, String detail, List<String> suggestions) {
    super(detail);
    this.status = status;
    this.code = code;
    this.suggestions = suggestions;
  }

  /** True where the ledger has a fault to find with the question, and not with who asks. */
  public boolean isFaultOfQuestion() {
    return status >= 400 && status < 500 && status != 401 && status != 403;
  }

  public String code() {
    return code;
  }

  List<String> suggestions() {
    return suggestions;
  }
}

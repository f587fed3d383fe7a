package org.chancery.app.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** The problems (RFC 9457) that an operation may be answered with. */
final class Problems {

  private Problems() {}

  static void add(ApiResponses responses, int... statuses) {
    for (int status : statuses) {
      responses.addApiResponse(Integer.toString(status), response(status));
    }
  }

  private static ApiResponse response(int status) {
    MediaType problem = new MediaType().schema(new JsonSchema().$ref("Problem"));
    return new ApiResponse()
        .description(meaning(status))
        .content(new Content().addMediaType("application/problem+json", problem));
  }

  private static String meaning(int status) {
    return switch (status) {
      case 400 -> "Unreadable";
      case 401 -> "The token of a known principal is needed";
      case 403 -> "This principal may read, and not record";
      case 404 -> "There is no such thing in this ledger";
      case 409 -> "History stands against it; `entries` says where";
      case 412 -> "The subject has another version than If-Match says";
      case 413 -> "Too large";
      case 415 -> "Not of the media type that is taken here";
      case 422 -> "Readable and meaningless; `errors` has every fault at once";
      case 503 -> "Not yet: the read models or the journal are behind";
      default -> throw new IllegalArgumentException("no meaning for status " + status);
    };
  }
}

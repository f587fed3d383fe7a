package org.chancery.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import org.chancery.journal.json.LedgerJson;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Many commands in one request, a line each, answered line by line while they are read. */
@RestController
class BulkApi {
  static final String NDJSON = "application/x-ndjson";

  private final Bulk bulk;
  private final JsonMapper mapper = LedgerJson.mapper();

  BulkApi(Bulk bulk) {
    this.bulk = bulk;
  }

  @PostMapping(path = "/api/commands", consumes = NDJSON, produces = NDJSON)
  void submit(HttpServletRequest request, HttpServletResponse response, Principal principal)
      throws IOException {
    response.setContentType(NDJSON);
    OutputStream out = response.getOutputStream();
    bulk.execute(
        request.getInputStream(),
        principal.getName(),
        new Bulk.Answers() {
          @Override
          public void accept(ObjectNode answer) throws IOException {
            out.write(mapper.writeValueAsBytes(answer));
            out.write('\n');
          }

          @Override
          public void pause() throws IOException {
            out.flush();
          }
        });
    out.flush();
  }
}

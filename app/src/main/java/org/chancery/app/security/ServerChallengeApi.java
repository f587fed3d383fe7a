package org.chancery.app.security;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import org.chancery.app.config.LedgerProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows to verbs on the same data folder that it is this server that serves it. */
@RestController
@Hidden
@ConditionalOnWebApplication
class ServerChallengeApi {
  private final LedgerProperties properties;

  ServerChallengeApi(LedgerProperties properties) {
    this.properties = properties;
  }

  @GetMapping(path = ServerChallenge.PATH, produces = MediaType.TEXT_PLAIN_VALUE)
  String presence(@RequestParam("challenge") String challenge) throws IOException {
    return ServerChallenge.proof(properties.data(), challenge);
  }
}

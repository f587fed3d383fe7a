package org.chancery.app.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.UsageException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is let in. */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {

  @Bean
  Tokens tokens(LedgerProperties properties) {
    return new Tokens(properties.data());
  }

  /** Beyond this machine, whoever reads must show who they are. */
  @Bean
  TokenFilter tokenFilter(
      Tokens tokens, LedgerProperties properties, @Value("${server.address}") String host)
      throws UnknownHostException {
    boolean openReads = properties.reads() == LedgerProperties.Reads.OPEN;
    if (openReads && !InetAddress.getByName(host).isLoopbackAddress()) {
      throw new UsageException(
          "refusing to listen on %s while reads are open: set chancery.reads=token"
              .formatted(host));
    }
    return new TokenFilter(tokens, openReads);
  }
}

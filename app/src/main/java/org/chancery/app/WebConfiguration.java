package org.chancery.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.core.StandardHost;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.audit.ReadLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between the network and the ledger. */
@Configuration
@ConditionalOnWebApplication
class WebConfiguration {

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

  /** In files, so that no rebuild loses it, and no append waits for it. */
  @Bean(destroyMethod = "close")
  ReadLog readLog(LedgerProperties properties) {
    return new ReadLog(properties.data().resolve("reads"));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemValve.class.getName()));
  }

  /** Answers are written as entries are. */
  @Bean
  JsonMapperBuilderCustomizer ledgerJson() {
    return LedgerJson::configure;
  }
}

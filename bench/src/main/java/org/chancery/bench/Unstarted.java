package org.chancery.bench;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** Keeps what the ledger is made of from starting, so that its start can be timed. */
@Configuration
class Unstarted {

  @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
  DefaultLifecycleProcessor lifecycleProcessor() {
    return new DefaultLifecycleProcessor() {
      @Override
      public void onRefresh() {
        // nothing starts by itself
      }
    };
  }
}

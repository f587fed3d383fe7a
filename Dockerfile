# The ledger as built by: mvn -q -pl app -am package -DskipTests
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --home-dir /data chancery \
    && install --directory --owner=chancery --mode=700 /data
COPY app/target/chancery-exec.jar /opt/chancery.jar

USER chancery
WORKDIR /data
VOLUME /data
EXPOSE 8080

# The data folder is named here too: the verb's option stands above the environment.
ENTRYPOINT ["java", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    "-XX:MaxRAMPercentage=75", "-jar", "/opt/chancery.jar"]
CMD ["serve", "--data", "/data"]

# PostgreSQL 18 under Patroni. The keeper of the primary's name is etcd, spoken to over HTTP.
FROM postgres:18

RUN apt-get update \
    && apt-get install --yes --no-install-recommends patroni python3-psycopg2 python3-urllib3 python3-dnspython \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=postgres --group=postgres --mode=700 /var/lib/postgresql/data /archive
COPY docker/patroni.yml /etc/patroni.yml

USER postgres
ENV PATRONI_POSTGRESQL_BIN_DIR=/usr/lib/postgresql/18/bin
VOLUME /var/lib/postgresql /archive
EXPOSE 5432 8008
STOPSIGNAL SIGTERM
ENTRYPOINT ["patroni", "/etc/patroni.yml"]

#!/bin/sh
# Makes what the servers of docker/cluster.yml share, once: passwords, tokens, and the folder of the
# log's keys. Keep docker/.env and docker/secrets: a backup without the keys cannot be sealed on.
set -eu
umask 077
cd "$(dirname "$0")"

if [ ! -f .env ]; then
  for name in POSTGRES_PASSWORD REPLICATION_PASSWORD REWIND_PASSWORD CHANCERY_DB_PASSWORD; do
    echo "$name=$(openssl rand -hex 24)"
  done >.env
fi

# Nobody else of this machine gets into the folder; within the containers another user reads there.
mkdir -p secrets/keys
chmod 777 secrets/keys
for name in recorder auditor; do
  if [ ! -f "secrets/$name.token" ]; then
    openssl rand -hex 32 >"secrets/$name.token"
    chmod 444 "secrets/$name.token"
  fi
done

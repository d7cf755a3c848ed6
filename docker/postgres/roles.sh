#!/bin/sh
# The two roles that serve, made once with the empty database; the owner migrates and serves nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v app="$APP_PASSWORD" -v queue="$QUEUE_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role yoriai_app login password :'app';
create role yoriai_queue login password :'queue';
SQL

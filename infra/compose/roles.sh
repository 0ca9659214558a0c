#!/bin/sh
# The two roles of docs/runbooks/install.md, when the volume is new.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" --username postgres <<'SQL'
create role hat_nhan_owner login password :'owner';
create role hat_nhan_app login password :'app' nosuperuser nobypassrls nocreatedb nocreaterole;
create database hat_nhan owner hat_nhan_owner encoding 'UTF8' template template0;
\connect hat_nhan
create extension if not exists intarray;
revoke all on database hat_nhan from public;
grant connect on database hat_nhan to hat_nhan_app;
SQL
